package com.truevault.billing;

import static com.truevault.billing.Story.PERSONAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BillingStateTest {
  private static final Instant START = Instant.parse("2026-01-31T10:00:00Z");
  private static final Instant RENEWAL = Instant.parse("2026-02-28T10:00:00Z");

  private static Instant days(Instant from, int days) {
    return from.plus(Duration.ofDays(days));
  }

  @Test
  void waitsForTheFirstPaymentAndIsAbandonedWithoutIt() {
    Story story = Story.opened(PERSONAL, START).shown(ProviderStatus.APPROVAL_PENDING, START);

    assertEquals(BillingStatus.PENDING, story.at(START).status());
    assertEquals(days(START, 3), story.at(START).changesAt());
    BillingState end = story.checkedAndAt(days(START, 3));
    assertEquals(EndReason.ABANDONED, end.endReason());
    assertEquals(days(START, 3), end.endedAt());
    assertNull(end.changesAt());
  }

  @Test
  void goesThroughGraceAndSuspensionToTheEnd() {
    Story story = Story.paid(PERSONAL, START).failed(RENEWAL.plusSeconds(60));

    BillingState late = story.at(RENEWAL.plusSeconds(60));
    assertEquals(BillingStatus.PAST_DUE, late.status());
    assertEquals(days(RENEWAL, 11), late.changesAt());
    assertEquals(BillingStatus.SUSPENDED, story.checkedAndAt(days(RENEWAL, 11)).status());
    BillingState end = story.checkedAndAt(days(RENEWAL, 30));
    assertEquals(BillingStatus.ENDED, end.status());
    assertEquals(EndReason.NONPAYMENT, end.endReason());
  }

  @Test
  void comesBackWithAPayment() {
    Story story = Story.paid(PERSONAL, START).failed(RENEWAL).sale("sale-1", days(RENEWAL, 15));

    BillingState back = story.at(days(RENEWAL, 15));
    assertEquals(BillingStatus.ACTIVE, back.status());
    assertEquals(Instant.parse("2026-03-31T10:00:00Z"), back.paidThrough());
    assertNull(back.dunning());
  }

  @Test
  void looksBeforeItHarms() {
    Story story = Story.paid(PERSONAL, START).checked(START);

    BillingState due = story.at(days(RENEWAL, 2));
    assertEquals(BillingStatus.ACTIVE, due.status());
    assertTrue(due.checkDue());
    assertEquals(days(RENEWAL, 2), due.changesAt());
    assertEquals(BillingStatus.PAST_DUE, story.checkedAndAt(days(RENEWAL, 2)).status());
    assertEquals(BillingStatus.PAST_DUE, story.checked(null).at(days(RENEWAL, 5)).status());
  }
}
