package com.truevault.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.truevault.user.Plan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Periods are counted from one anchor: they follow one another without a gap, whatever the month.
 */
class PeriodsTest {

  @ParameterizedTest
  @CsvSource({
    "2027-01-28T23:59:59.999, MONTHLY",
    "2027-01-29T00:00, MONTHLY",
    "2027-01-30T12:00, MONTHLY",
    "2027-01-31T10:00, MONTHLY",
    "2028-01-31T10:00, MONTHLY",
    "2028-02-29T10:00, MONTHLY",
    "2027-03-28T01:30, MONTHLY",
    "2027-10-31T01:30, MONTHLY",
    "2028-02-29T10:00, YEARLY",
    "2027-02-28T10:00, YEARLY",
    "2027-12-31T23:30, YEARLY"
  })
  void tile(LocalDateTime start, BillingCycle cycle) {
    Random random = new Random(start.hashCode());
    for (String zone : Zones.ALL) {
      Instant anchor = start.atZone(ZoneId.of(zone)).toInstant();
      Terms terms = new Terms(Plan.FAMILY, cycle, Money.of("14.99", "USD"));
      Story story = Story.opened(terms, anchor).shown(ProviderStatus.ACTIVE, anchor);
      int months = cycle == BillingCycle.MONTHLY ? 1 : 12;
      for (int k = 0; k < 60; k++) {
        Instant due = anchor.atOffset(ZoneOffset.UTC).plusMonths((long) k * months).toInstant();
        Instant next = anchor.atOffset(ZoneOffset.UTC).plusMonths((k + 1L) * months).toInstant();
        Instant charged = due.plus(Duration.ofMinutes(random.nextInt(2400) - 1200));
        story.sale("sale-" + k, k == 0 ? anchor : charged);
        BillingState state = story.at(due.plus(Duration.ofHours(20)));

        assertEquals(BillingStatus.ACTIVE, state.status(), () -> due + " in " + zone);
        assertEquals(anchor, state.anchor());
        assertEquals(next, state.paidThrough(), () -> due + " in " + zone);
        assertEquals(java.util.List.of(), state.doubts());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"5, 2027-02-28T10:00:00Z", "10, 2027-02-28T10:00:00Z", "12, 2027-02-28T10:00:00Z"})
  void aLatePaymentMovesNoDate(int days, Instant renewal) {
    Instant start = Instant.parse("2027-01-31T10:00:00Z");
    Story story =
        Story.paid(Story.FAMILY, start)
            .failed(renewal)
            .sale("sale-1", renewal.plus(Duration.ofDays(days)))
            .sale("sale-2", Instant.parse("2027-03-31T10:00:05Z"));

    BillingState state = story.at(Instant.parse("2027-04-01T00:00:00Z"));
    assertEquals(BillingStatus.ACTIVE, state.status());
    assertEquals(Instant.parse("2027-04-30T10:00:00Z"), state.paidThrough());
  }
}
