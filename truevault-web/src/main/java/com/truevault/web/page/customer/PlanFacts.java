package com.truevault.web.page.customer;

import com.truevault.TrueVault;
import com.truevault.billing.Subscription;
import com.truevault.billing.Terms;
import com.truevault.entitlement.Entitlement;
import com.truevault.ledger.FailedPayment;
import com.truevault.setting.SettingKey;
import com.truevault.user.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What pages know about what a user pays for, gathered once.
 *
 * @param subscription the one that counts; null if there never was one, or if access rests on
 *     something else and it is over
 * @param failure the renewal that is not paid; null if none is
 * @param support where to write for help; empty if the operator named no address
 */
record PlanFacts(
    @Nullable Subscription subscription,
    Entitlement entitlement,
    @Nullable FailedPayment failure,
    String support,
    Instant now) {

  /** What is known of a user's plan. */
  static PlanFacts of(TrueVault vault, User user, Entitlement entitlement, Instant now) {
    Subscription current = vault.subscriptions().current(user).orElse(null);
    boolean isOver = current != null && !current.status().isLive();
    Subscription counts = isOver && isExempt(entitlement) ? null : current;
    return new PlanFacts(
        counts,
        entitlement,
        counts == null ? null : openFailure(vault, counts),
        vault.settings().text(SettingKey.SUPPORT_EMAIL),
        now);
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
    return Situation.of(counts, failure != null && failure.nextRetry() != null, now);
  }

  private static @Nullable FailedPayment openFailure(TrueVault vault, Subscription subscription) {
    return vault.storage().payments().failures(subscription.publicId()).stream()
        .filter(failed -> failed.resolvedAt() == null)
        .findFirst()
        .orElse(null);
  }

  private static boolean isExempt(Entitlement entitlement) {
    return entitlement.deviceLimit() == Entitlement.VIP_LIMIT;
  }
}
