package com.truevault.subscription;

import static com.truevault.subscription.PaidStory.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.billing.BillingStatus;
import com.truevault.billing.EndReason;
import com.truevault.billing.ProviderStatus;
import com.truevault.billing.SubscriptionStatus;
import com.truevault.device.Device;
import com.truevault.ledger.FailedPayment;
import com.truevault.server.ServerFixture;
import com.truevault.user.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens day by day when a renewal is not paid; it is due on day 28. */
class DunningStoryTest {
  private static final Instant DUE = Instant.parse("2026-02-28T10:00:00Z");

  private final PaidStory story = new PaidStory();

  private static Instant after(double days) {
    return DUE.plus(Duration.ofMinutes(Math.round(days * 24 * 60)));
  }

  private void failThreeTimes() {
    failThreeTimes(story);
  }

  private static void failThreeTimes(PaidStory story) {
    story.failsOn(after(0), after(5)).failsOn(after(5), after(10));
    story.on(after(10), () -> story.gateway().suspend(story.gatewayId(), "failed"));
    story.failsOn(after(10), after(15));
  }

  private FailedPayment failure() {
    return story.fixture().storage().payments().failures(story.id()).get(0);
  }

  @Test
  void renewsEachMonthWithAReceipt() {
    story.paysOn(DUE).paysOn(Instant.parse("2026-03-31T10:00:00Z"));

    story.until(day(70));

    assertEquals(BillingStatus.ACTIVE, story.status());
    assertEquals(Instant.parse("2026-04-30T10:00:00Z"), story.row().paidThrough());
    assertEquals(
        List.of(
            "Your Personal plan at TrueVault VPN is active",
            "Payment received, invoice INV-2026-002",
            "Payment received, invoice INV-2026-003"),
        story.subjects());
  }

  @Test
  void walksFromTheFailureToTheEndAndMailsEachStepOnce() {
    failThreeTimes();

    story.until(after(0.5));
    assertEquals(BillingStatus.PAST_DUE, story.status());
    assertEquals(SubscriptionStatus.GRACE_PERIOD, story.row().status());
    assertTrue(story.mayConnect());
    assertEquals(after(5), failure().nextRetry());

    story.until(after(10.9));
    assertEquals(2, failure().retryCount());
    assertTrue(story.mayConnect());

    story.until(after(11.2));
    assertEquals(BillingStatus.SUSPENDED, story.status());
    assertFalse(story.mayConnect());

    story.until(after(30.2));
    assertEquals(BillingStatus.ENDED, story.status());
    assertEquals(EndReason.NONPAYMENT, story.row().standing().endReason());
    assertEquals(ProviderStatus.CANCELLED, story.gateway().status(story.gatewayId()));
    assertEquals(after(30), failure().resolvedAt());
    assertEquals(
        List.of(
            "Your Personal plan at TrueVault VPN is active",
            "Your payment to TrueVault VPN did not go through",
            "Reminder: your payment to TrueVault VPN is open",
            "Reminder: your payment to TrueVault VPN is open",
            "Please subscribe again to keep TrueVault VPN",
            "Your access to TrueVault VPN is switched off",
            "Your subscription to TrueVault VPN has ended"),
        story.subjects());
  }

  @Test
  void isActiveAgainWhenARetrySucceeds() {
    story.failsOn(after(0), after(5)).paysOn(after(5));

    story.until(after(5.5));

    assertEquals(BillingStatus.ACTIVE, story.status());
    assertEquals(after(5), failure().resolvedAt());
    assertNull(failure().nextRetry());
    assertEquals(Instant.parse("2026-03-31T10:00:00Z"), story.row().paidThrough());
    story.until(after(12));
    assertEquals("Payment received, invoice INV-2026-002", story.subjects().get(3));
    assertEquals(4, story.subjects().size());
  }

  @Test
  void bringsEverythingBackAsItWasWhenASuspendedCustomerPays() {
    story.fixture().server(ServerFixture.NEW_YORK);
    Device device = story.fixture().device(story.kim(), "Phone", 1);
    failThreeTimes();
    story.until(after(15));
    assertFalse(story.mayConnect());

    story.paysOn(after(15)).until(after(15.5));

    assertTrue(story.mayConnect());
    assertEquals(List.of(device), story.fixture().storage().devices().ofUser(story.kim().id()));
    assertTrue(story.subjects().contains("Your access to TrueVault VPN is on again"));
  }

  @Test
  void writesTheNewestOfSeveralLateStepsOnly() {
    story.on(after(0), () -> story.gateway().fail(story.gatewayId(), after(5)));
    story.on(after(0), () -> story.gateway().silence(true));
    story.on(after(8), () -> story.gateway().silence(false));

    story.until(after(8.5));

    assertEquals(
        List.of(
            "Your Personal plan at TrueVault VPN is active",
            "Reminder: your payment to TrueVault VPN is open"),
        story.subjects());
  }

  @Test
  void holdsNothingAgainstTheCustomerWhileTheProviderIsSilent() {
    failThreeTimes();
    story.on(after(10.5), () -> story.gateway().silence(true));

    story.until(after(13.9), Duration.ofHours(1));
    assertEquals(BillingStatus.PAST_DUE, story.status());
    assertTrue(story.mayConnect());

    story.until(after(14.1), Duration.ofHours(1));
    assertEquals(BillingStatus.SUSPENDED, story.status());
    assertFalse(story.mayConnect());
  }

  @Test
  void findsAPaymentThatNobodyReportedBeforeItSuspends() {
    story.failsOn(after(0), after(5)).until(after(1));
    story.gateway().silence(true);
    story.until(after(11.5));
    assertTrue(story.mayConnect());

    story.gateway().silence(false);
    story.gateway().pay(story.gatewayId());
    story.until(after(13));

    assertEquals(BillingStatus.ACTIVE, story.status());
    assertTrue(story.mayConnect());
  }

  @Test
  void looksForARenewalThatNobodyReported() {
    story.on(after(0.2), () -> story.gateway().pay(story.gatewayId()));

    story.until(after(2));

    assertEquals(BillingStatus.ACTIVE, story.status());
    assertEquals(Instant.parse("2026-03-31T10:00:00Z"), story.row().paidThrough());
  }

  @Test
  void endsTheSameHoweverTimeIsDivided() {
    List<Object> expected = outcome(Duration.ofHours(1));
    for (Duration step :
        List.of(Duration.ofMinutes(137), Duration.ofHours(24), Duration.ofHours(60))) {
      assertEquals(expected.subList(0, 5), outcome(step).subList(0, 5), step.toString());
    }
  }

  private static List<Object> outcome(Duration step) {
    PaidStory told = new PaidStory();
    failThreeTimes(told);
    told.until(after(40), step);
    return List.of(
        told.status(),
        String.valueOf(told.row().standing().endReason()),
        String.valueOf(told.row().paidThrough()),
        String.valueOf(told.fixture().storage().payments().failures(told.id()).get(0).resolvedAt()),
        told.fixture().storage().payments().failures(told.id()).get(0).retryCount(),
        told.subjects());
  }

  @Test
  void neverWritesToAVipAboutMoney() {
    story.fixture().vault().addresses().vouch("admin", story.kim());
    story.fixture().vault().vips().add("admin", EmailAddress.of(PaidStory.KIM), "");
    failThreeTimes();

    story.until(after(31));

    assertTrue(story.mayConnect());
    assertEquals(List.of("Your Personal plan at TrueVault VPN is active"), story.subjects());
  }
}
