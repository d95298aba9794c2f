package com.truevault.web.page.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.billing.BillingCycle;
import com.truevault.billing.BillingState.Dunning;
import com.truevault.billing.BillingStatus;
import com.truevault.billing.EndReason;
import com.truevault.billing.Money;
import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionStatus;
import com.truevault.entitlement.Entitlement;
import com.truevault.entitlement.Reason;
import com.truevault.user.EmailAddress;
import com.truevault.user.Plan;
import com.truevault.user.UserId;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Tone;
import com.truevault.web.page.customer.PlanFacts.Contacts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanNoteTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Instant FAILED = Instant.parse("2026-11-20T10:00:00Z");
  private static final Contacts CONTACTS = new Contacts("help@example.com", "/demo/clock");
  private static final Money PRICE = Money.of("14.99", "USD");
  private final Messages messages = new Messages(Locale.ENGLISH);

  @Test
  void saysWhenTheNextTryIsAndUntilWhenDevicesWork() {
    PlanNote note = note(facts(past(SubscriptionStatus.GRACE_PERIOD), failed(NOW)));
    assertEquals(Tone.WARN, note.tone());
    assertTrue(note.text().contains("tries again on 22 November 2026"), note.text());
    assertTrue(note.text().contains("work until 1 December 2026"), note.text());
  }

  @Test
  void promisesNoFurtherTryWhereTheProviderGaveUp() {
    PlanNote note = note(facts(past(SubscriptionStatus.GRACE_PERIOD), failed(null)));
    assertFalse(note.text().contains("again"), note.text());
    assertTrue(note.text().contains("work until 1 December 2026"), note.text());
  }

  @Test
  void payingIsOneClickWithTheTermsAsTheyWere() {
    Map<String, String> terms = Map.of("plan", "family", "cycle", "monthly");
    for (SubscriptionStatus status :
        List.of(SubscriptionStatus.GRACE_PERIOD, SubscriptionStatus.SUSPENDED)) {
      NextStep pay = note(facts(past(status), failed(null))).step();
      assertEquals(NextStep.form("Pay $14.99 now", "/plan", terms), pay);
    }
  }

  @Test
  void aCancelledPlanCanBeKeptUntilItsLastDay() {
    Subscription paid = of(SubscriptionStatus.CANCELLED, NOW.plus(3, ChronoUnit.DAYS), null);
    NextStep keep = note(facts(paid, null)).step();
    assertEquals(NextStep.form("Keep my plan", "/plan/resume", Map.of()), keep);
    PlanNote over = note(facts(of(SubscriptionStatus.CANCELLED, NOW, null), null));
    assertEquals("Your plan has ended.", over.title());
  }

  @Test
  void everyEndHasItsOwnWords() {
    List<String> titles =
        List.of(
                EndReason.CANCELLED,
                EndReason.NONPAYMENT,
                EndReason.WITHDRAWN,
                EndReason.REFUNDED,
                EndReason.CHARGEBACK,
                EndReason.ABANDONED)
            .stream()
            .map(reason -> note(facts(of(SubscriptionStatus.EXPIRED, NOW, reason), null)).title())
            .toList();
    assertEquals(titles.size(), titles.stream().distinct().count(), titles::toString);
  }

  @Test
  void whoeverTookTheMoneyBackIsNotOfferedAnotherPlan() {
    Subscription ended = of(SubscriptionStatus.EXPIRED, NOW, EndReason.CHARGEBACK);
    assertFalse(facts(ended, null).situation(ended).mayChoose());
    NextStep step = note(facts(ended, null)).step();
    assertEquals(NextStep.link("Write to support", "mailto:help@example.com"), step);
  }

  @Test
  void nothingIsSaidAboutMoneyWhereNoneIsAsked() {
    assertNull(PlanNote.of(exempt(past(SubscriptionStatus.SUSPENDED)), messages));
    assertNull(PlanNote.of(facts(null, null), messages));
  }

  @Test
  void everySituationHasItsWordsAndOneStepAtMost() {
    Pattern place = Pattern.compile("\\{[0-9]}");
    for (Situation situation : Situation.values()) {
      String title = messages.text(situation.key() + ".title", "a", "b", "c", "d", "e");
      String text = messages.text(situation.key() + ".text", "a", "b", "c", "d", "e");
      assertFalse(place.matcher(title + text).find(), situation.key());
      assertFalse(
          messages.textOr("plan.state." + situation.name().toLowerCase(Locale.ROOT), "").isEmpty(),
          situation.key());
    }
  }

  private PlanNote note(PlanFacts facts) {
    PlanNote note = PlanNote.of(facts, messages);
    assertNotNull(note);
    return note;
  }

  private static PlanFacts facts(@Nullable Subscription subscription, @Nullable Dunning failure) {
    return new PlanFacts(subscription, entitlement(10), failure, CONTACTS, NOW);
  }

  private static PlanFacts exempt(Subscription subscription) {
    return new PlanFacts(subscription, entitlement(Entitlement.VIP_LIMIT), null, CONTACTS, NOW);
  }

  private static Entitlement entitlement(int limit) {
    return new Entitlement(
        true,
        Plan.FAMILY,
        limit,
        EmailAddress.of("ann@example.com"),
        false,
        List.of(new Reason("access-active", "Your access is active.", "row")),
        null);
  }

  private static Dunning failed(@Nullable Instant nextRetry) {
    return new Dunning(
        FAILED,
        1,
        nextRetry,
        FAILED.plus(11, ChronoUnit.DAYS),
        FAILED.plus(30, ChronoUnit.DAYS),
        nextRetry == null,
        false);
  }

  private static Subscription past(SubscriptionStatus status) {
    return of(status, FAILED, null);
  }

  private static Subscription of(
      SubscriptionStatus status, Instant paidThrough, @Nullable EndReason reason) {
    return new Subscription(
        "s1",
        new UserId(1),
        "I-1",
        Plan.FAMILY,
        PRICE,
        BillingCycle.MONTHLY,
        status,
        NOW.minus(90, ChronoUnit.DAYS),
        paidThrough,
        null,
        "",
        standing(reason));
  }

  private static com.truevault.billing.Standing standing(@Nullable EndReason reason) {
    return new com.truevault.billing.Standing(
        reason == null ? BillingStatus.ACTIVE : BillingStatus.ENDED,
        reason,
        FAILED,
        FAILED.plus(11, ChronoUnit.DAYS),
        null,
        null,
        false,
        false,
        null,
        null,
        null,
        null);
  }
}
