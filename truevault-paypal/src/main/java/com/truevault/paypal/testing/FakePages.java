package com.truevault.paypal.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists in pages, as PayPal gives them out. */
final class FakePages {
  private FakePages() {}

  /** The page that the call wants, of at most 20 things. */
  static JsonObject page(FakeCall call, String name, List<JsonObject> all) {
    int size = Math.min(20, number(call.query().get("page_size"), 10));
    int from = Math.min(all.size(), (number(call.query().get("page"), 1) - 1) * size);
    JsonArray page = new JsonArray();
    all.subList(from, Math.min(all.size(), from + size)).forEach(page::add);
    return FakeJson.object(
        name,
        page,
        "total_items",
        all.size(),
        "total_pages",
        (all.size() + size - 1) / size,
        "links",
        FakeJson.array(FakeJson.link(call.path(), "self", "GET")));
  }

  static int number(@Nullable String text, int otherwise) {
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("\\d{1,6}") || Integer.parseInt(text) < 1) {
      throw FakeProblemException.invalid("INVALID_PARAMETER_VALUE");
    }
    return Integer.parseInt(text);
  }
}
