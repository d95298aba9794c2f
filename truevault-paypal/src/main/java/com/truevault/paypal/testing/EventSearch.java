package com.truevault.paypal.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One page of the events that a call asks for. */
final class EventSearch {
  /** Older events are forgotten. */
  private static final Duration MEMORY = Duration.ofDays(30);

  private final FakeWorld world;
  private final FakeCall call;

  EventSearch(FakeWorld world, FakeCall call) {
    this.world = world;
    this.call = call;
  }

  JsonObject page() {
    List<FakeEvent> all = world.books.events.values().stream().filter(this::isWanted).toList();
    int size = Math.min(300, FakePages.number(call.query().get("page_size"), 10));
    int from = Math.min(all.size(), (FakePages.number(call.query().get("page"), 1) - 1) * size);
    int until = Math.min(all.size(), from + size);
    JsonArray events = new JsonArray();
    all.subList(from, until).forEach(event -> events.add(FakeJson.parse(event.text())));
    JsonArray links = FakeJson.array(FakeJson.link(link(from / size + 1), "self", "GET"));
    if (until < all.size()) {
      links.add(FakeJson.link(link(from / size + 2), "next", "GET"));
    }
    return FakeJson.object("events", events, "count", events.size(), "links", links);
  }

  private boolean isWanted(FakeEvent event) {
    Instant at = event.createdAt();
    String type = call.query().get("event_type");
    String transaction = call.query().get("transaction_id");
    return !at.isBefore(world.now().minus(MEMORY))
        && !at.isBefore(moment("start_time", Instant.MIN))
        && !at.isAfter(moment("end_time", Instant.MAX))
        && (type == null || type.equals(event.type()))
        && (transaction == null || event.text().contains("\"" + transaction + "\""));
  }

  private Instant moment(String name, Instant otherwise) {
    @Nullable String text = call.query().get(name);
    return text == null ? otherwise : SubscriptionRoutes.moment(text);
  }

  private String link(int page) {
    String query =
        call.query().entrySet().stream()
            .filter(entry -> !entry.getKey().equals("page"))
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> entry.getKey() + "=" + entry.getValue() + "&")
            .collect(Collectors.joining());
    return world.api + call.path() + "?" + query + "page=" + page;
  }
}
