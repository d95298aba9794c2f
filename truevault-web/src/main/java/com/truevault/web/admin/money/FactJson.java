package com.truevault.web.admin.money;

import com.truevault.billing.FactForm;
import com.truevault.billing.FactStore.Recorded;
import java.time.Instant;
import java.util.Map;

/**
 * Something that happened to a subscription.
 *
 * @param at when it happened
 * @param recordedAt when it was learned
 */
public record FactJson(
    String kind, String key, Instant at, Instant recordedAt, Map<String, String> details) {

  static FactJson from(Recorded recorded) {
    return new FactJson(
        FactForm.of(recorded.fact()).kind(),
        recorded.fact().key(),
        recorded.fact().at(),
        recorded.recordedAt(),
        FactForm.details(recorded.fact()));
  }
}
