package com.truevault.webhook;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.audit.AuditLog;
import com.truevault.outbox.Effects;
import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.webhook.WebhookReader.About;
import com.truevault.webhook.WebhookReader.Outcome;
import com.truevault.webhook.WebhookReader.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the payment provider sends, and looks into it later. A delivery only wakes: what
 * really happened is read from the provider, so that a forged one changes nothing. Safe for use by
 * many threads.
 */
public final class WebhookInbox {
  private static final int AT_ONCE = 100;

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofHours(24));

  private final WebhookReader reader;
  private final WebhookStore store;
  private final DeliveryTargets targets;
  private final Consequences consequences;
  private final Effects effects;

  /**
   * What follows from deliveries.
   *
   * @param waker has the subscription read again
   * @param alarm tells operators what concerns no subscription, or could not be looked into
   */
  public record Consequences(Waker waker, DeliveryAlarm alarm) {}

  /** Keeps what the reader verifies in the given store. */
  public WebhookInbox(
      WebhookReader reader,
      WebhookStore store,
      DeliveryTargets targets,
      Consequences consequences,
      Effects effects) {
    this.reader = reader;
    this.store = store;
    this.targets = targets;
    this.consequences = consequences;
    this.effects = effects;
  }

  /** The lower-case names of the headers that {@link #receive} needs. */
  public Set<String> headers() {
    return reader.headers();
  }

  /**
   * Verifies a delivery, and keeps it if it is genuine. Once this returns a genuine verdict the
   * delivery is committed, or one that is the same to the provider was before: the first body wins.
   *
   * @param sent the headers by lower-case name, with all their values
   * @param body the exact bytes
   * @throws com.truevault.store.StorageException if it cannot be kept
   */
  public Verdict receive(Map<String, List<String>> sent, byte[] body) {
    Verdict verdict = reader.verify(sent, body);
    if (verdict.outcome() == Outcome.GENUINE) {
      WebhookDelivery delivery = delivery(verdict, sent, body);
      effects.run(DataFile.BILLING, out -> store.add(delivery));
    }
    return verdict;
  }

  /**
   * Looks into what is due; call every second or so. Several deliveries about one subscription wake
   * it once.
   *
   * @return how many were looked into
   */
  public int work(Instant now) {
    List<WebhookDelivery> due = store.due(now, AT_ONCE);
    Map<String, List<WebhookDelivery>> bySubscription = new LinkedHashMap<>();
    for (WebhookDelivery delivery : due) {
      try {
        sort(delivery, bySubscription, now);
      } catch (RuntimeException failure) {
        failed(delivery, failure, now);
      }
    }
    bySubscription.forEach((subscription, deliveries) -> wake(subscription, deliveries, now));
    return due.size();
  }

  /** The delivery of that transmission. */
  public Optional<WebhookDelivery> find(String transmissionId) {
    return store.find(transmissionId);
  }

  /** All deliveries, newest first; with an empty text, else those whose type or id holds it. */
  public Page<WebhookDelivery> list(String text, PageRequest request) {
    return store.newest(text, request);
  }

  /**
   * Has a delivery looked into once more, whatever became of it.
   *
   * @param actor who wants it, for the audit log
   * @throws TrueVaultException NOT_FOUND if there is no such transmission
   */
  public void replay(String actor, String transmissionId) {
    WebhookDelivery kept =
        store
            .find(transmissionId)
            .orElseThrow(
                () ->
                    new TrueVaultException(
                        ErrorKind.NOT_FOUND,
                        "delivery-not-found",
                        "there is no delivery " + transmissionId + "; list them first"));
    effects.run(
        DataFile.BILLING,
        out -> {
          store.update(kept.with(DeliveryState.NEW, 0, ""), effects.now());
          AuditLog.note(
              out, actor, "webhook.replayed", transmissionId, Map.of("event", kept.eventType()));
        });
  }

  private void sort(
      WebhookDelivery delivery, Map<String, List<WebhookDelivery>> bySubscription, Instant now) {
    About about = reader.about(delivery);
    if (!about.isRelevant()) {
      settle(delivery, DeliveryState.IGNORED, now);
      return;
    }
    if (about.subscription() == null && about.reference() == null && about.saleId() == null) {
      settleByOperator(delivery, now);
      return;
    }
    targets
        .find(about)
        .ifPresentOrElse(
            id -> bySubscription.computeIfAbsent(id, any -> new ArrayList<>()).add(delivery),
            () -> settle(delivery, DeliveryState.IGNORED, now));
  }

  private void wake(String subscription, List<WebhookDelivery> deliveries, Instant now) {
    try {
      consequences.waker().wake(subscription);
    } catch (RuntimeException failure) {
      deliveries.forEach(delivery -> failed(delivery, failure, now));
      return;
    }
    deliveries.forEach(delivery -> settle(delivery, DeliveryState.DONE, now));
  }

  private void settle(WebhookDelivery delivery, DeliveryState state, Instant now) {
    effects.run(
        DataFile.BILLING,
        out -> store.update(delivery.with(state, delivery.attempts() + 1, ""), now));
  }

  private void settleByOperator(WebhookDelivery delivery, Instant now) {
    effects.run(
        DataFile.BILLING,
        out -> {
          store.update(delivery.with(DeliveryState.DONE, delivery.attempts() + 1, ""), now);
          consequences
              .alarm()
              .raise(out, delivery, "It concerns no single subscription that is known here.");
        });
  }

  private void failed(WebhookDelivery delivery, RuntimeException failure, Instant now) {
    String error = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    int attempts = delivery.attempts() + 1;
    boolean isLast = attempts > PAUSES.size();
    DeliveryState state = isLast ? DeliveryState.FAILED : DeliveryState.NEW;
    Instant next = isLast ? now : now.plus(PAUSES.get(attempts - 1));
    effects.run(
        DataFile.BILLING,
        out -> {
          store.update(delivery.with(state, attempts, error), next);
          if (isLast) {
            consequences.alarm().raise(out, delivery, error);
          }
        });
  }

  private WebhookDelivery delivery(Verdict verdict, Map<String, List<String>> sent, byte[] body) {
    Map<String, String> kept = new LinkedHashMap<>();
    for (String name : reader.headers()) {
      sent.getOrDefault(name, List.of()).stream()
          .findFirst()
          .ifPresent(value -> kept.put(name, value));
    }
    return new WebhookDelivery(
        known(verdict.eventId()),
        known(verdict.eventType()),
        known(verdict.transmissionId()),
        kept,
        body,
        verdict.reason(),
        effects.now(),
        DeliveryState.NEW,
        0,
        "");
  }

  private static String known(@Nullable String value) {
    if (value == null) {
      throw new IllegalStateException("a genuine verdict must name event and transmission");
    }
    return value;
  }
}
