package com.truevault.web.page.customer;

import com.truevault.TrueVault;
import com.truevault.billing.BillingState;
import com.truevault.billing.Subscription;
import com.truevault.billing.Terms;
import com.truevault.entitlement.Entitlement;
import com.truevault.user.User;
import com.truevault.web.page.PageKit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What pages know about what a user pays for, gathered once.
 *
 * @param subscription the one that counts; null if there never was one, or if access rests on
 *     something else and it is over
 * @param failure the renewal that is not paid; null if none is
 * @param contacts who helps
 */
record PlanFacts(
    @Nullable Subscription subscription,
    Entitlement entitlement,
    BillingState.@Nullable Dunning failure,
    Contacts contacts,
    Instant now) {

  /**
   * Who helps with a payment.
   *
   * @param support an e-mail address; empty if the operator named none
   * @param provider where people see to how they pay
   */
  record Contacts(String support, String provider) {}

  /** What is known of a user's plan. */
  static PlanFacts of(PageKit kit, User user, Entitlement entitlement) {
    TrueVault vault = kit.vault();
    Subscription current = vault.subscriptions().current(user).orElse(null);
    boolean isOver = current != null && !current.status().isLive();
    Subscription counts = isOver && isExempt(entitlement) ? null : current;
    return new PlanFacts(
        counts,
        entitlement,
        counts == null ? null : vault.subscriptions().state(counts).dunning(),
        new Contacts(kit.support(), kit.paymentPage()),
        kit.now());
  }

  /** Whether access rests on something else than payments. */
  boolean isExempt() {
    return isExempt(entitlement);
  }

  /** What is charged for a subscription now. */
  static Terms terms(Subscription subscription) {
    return new Terms(subscription.plan(), subscription.cycle(), subscription.price());
  }

  Situation situation(Subscription counts) {
    return Situation.of(counts, failure, now);
  }

  private static boolean isExempt(Entitlement entitlement) {
    return entitlement.deviceLimit() == Entitlement.VIP_LIMIT;
  }
}
