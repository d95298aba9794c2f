package com.truevault.web.page.customer;

import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionStatus;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Tone;
import java.time.Duration;
import java.time.Instant;

/**
 * What has become of an approval.
 *
 * @param address of this page, which is asked again while it waits
 * @param waiting whether it is not known yet
 * @param step what to do now
 */
public record ThanksPage(
    String address, boolean waiting, Tone tone, String title, String text, NextStep step) {
  /** After which a customer is told not to wait any longer. */
  private static final Duration USUAL = Duration.ofMinutes(3);

  /** Within which a payment belongs to an approval. */
  private static final Duration RECENTLY = Duration.ofHours(1);

  /**
   * The page about a subscription.
   *
   * @param subscription as the payment provider described it a moment ago
   * @param hasDevices whether its owner has set one up before
   */
  static ThanksPage of(
      String address,
      Subscription subscription,
      boolean hasDevices,
      Instant now,
      Messages messages) {
    if (subscription.status() == SubscriptionStatus.PENDING) {
      boolean isLate = subscription.startDate().plus(USUAL).isBefore(now);
      String key = isLate ? "thanks.late" : "thanks.waiting";
      return of(address, true, Tone.PLAIN, key, "/plan", messages);
    }
    if (subscription.status() == SubscriptionStatus.EXPIRED) {
      return of(address, false, Tone.WARN, "thanks.ended", "/plan", messages);
    }
    if (!wasPaidJustNow(subscription, now)) {
      return of(address, false, Tone.GOOD, "thanks.agreed", "/plan", messages);
    }
    return hasDevices
        ? of(address, false, Tone.GOOD, "thanks.again", "/dashboard", messages)
        : of(address, false, Tone.GOOD, "thanks.ready", "/devices/new", messages);
  }

  /** The page for whoever went back. */
  static ThanksPage notApproved(Messages messages) {
    return of("/plan", false, Tone.WARN, "thanks.ended", "/plan", messages);
  }

  private static boolean wasPaidJustNow(Subscription subscription, Instant now) {
    Instant paid = subscription.standing().lastPaidAt();
    return paid != null && paid.plus(RECENTLY).isAfter(now);
  }

  private static ThanksPage of(
      String address, boolean waiting, Tone tone, String key, String target, Messages messages) {
    return new ThanksPage(
        address,
        waiting,
        tone,
        messages.text(key + ".title"),
        messages.text(key + ".text"),
        NextStep.link(messages.text(key + ".step"), target));
  }
}
