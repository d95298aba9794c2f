package com.truevault.entitlement;

import com.truevault.billing.Subscription;
import com.truevault.entitlement.Entitlement.Facts;
import com.truevault.entitlement.Entitlement.Policy;
import com.truevault.user.Plan;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** One evaluation of the facts. */
final class Judgement {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle("com.truevault.entitlement.reasons", Locale.ROOT);

  private final Facts facts;
  private final Policy policy;
  private final Instant now;
  private final List<Reason> reasons = new ArrayList<>();

  Judgement(Facts facts, Policy policy, Instant now) {
    this.facts = facts;
    this.policy = policy;
    this.now = now;
  }

  Entitlement entitlement() {
    Subscription subscription = facts.subscription();
    boolean granted =
        facts.isVip() ? becauseOfVip() : subscription != null && becauseOf(subscription);
    if (!facts.isVip() && subscription == null) {
      // What customers read is the same for all; support sees why the list does not count.
      refuse(
          "never-subscribed",
          facts.listed()
              ? "no subscription row; VIP list holds the address, which is not confirmed"
              : "no subscription row",
          "");
    }
    boolean shutOut = isShutOut();
    boolean allowed = granted && !shutOut;
    Instant leaving = facts.user().deletionDueAt();
    if (leaving != null) {
      reasons.add(
          reason("deletion-planned", "users.deletion_due_at " + leaving, DAY.format(leaving)));
    }
    return new Entitlement(
        allowed,
        granted ? plan() : null,
        limit(subscription),
        facts.proven() ? facts.user().email() : null,
        facts.isVip() && allowed,
        reasons,
        changesAt(subscription));
  }

  /** The one moment that the branches below compare with the time, if it is still to come. */
  private @Nullable Instant changesAt(@Nullable Subscription subscription) {
    if (subscription == null || facts.isVip()) {
      return null;
    }
    Instant paid = subscription.paidThrough();
    Instant end =
        switch (subscription.status()) {
          case ACTIVE -> paid == null ? null : paid.plus(policy.renewalPatience());
          case CANCELLED -> paid;
          case PENDING, GRACE_PERIOD, SUSPENDED, EXPIRED -> null;
        };
    return end != null && end.isAfter(now) ? end : null;
  }

  private boolean becauseOfVip() {
    // The text is that of every paying user: nothing may tell a VIP from others.
    return grant("access-active", "VIP list holds " + facts.user().email().canonical(), "");
  }

  private boolean becauseOf(Subscription subscription) {
    String row = "subscription " + subscription.publicId() + " " + subscription.status();
    Instant paid = subscription.paidThrough();
    String evidence = row + ", paid through " + paid;
    String day = paid == null ? "" : DAY.format(paid);
    return switch (subscription.status()) {
      case PENDING -> refuse("approval-pending", row, "");
      case ACTIVE ->
          isRenewed(paid)
              ? grant("access-active", evidence, day)
              : refuse("renewal-missing", evidence, day);
      case GRACE_PERIOD -> grant("renewal-failed", evidence, day);
      case SUSPENDED -> refuse("payment-missing", evidence, day);
      case CANCELLED ->
          (paid != null && paid.isAfter(now))
              ? grant("cancelled-paid-through", evidence, day)
              : refuse("subscription-ended", evidence, day);
      case EXPIRED -> refuse("subscription-ended", evidence, day);
    };
  }

  private boolean isRenewed(@Nullable Instant paid) {
    return paid != null && paid.plus(policy.renewalPatience()).isAfter(now);
  }

  /** An administrator's block or an erasure outweighs everything, so its reason stands first. */
  private boolean isShutOut() {
    String blocked = facts.user().blockedReason();
    if (facts.isErased()) {
      reasons.add(0, reason("user-deleted", "users.status deleted", ""));
    } else if (blocked != null) {
      reasons.add(0, reason("blocked", "users.blocked_reason " + blocked, ""));
    }
    return facts.isErased() || blocked != null;
  }

  private @Nullable Plan plan() {
    Subscription subscription = facts.subscription();
    if (facts.isVip()) {
      return Plan.BUSINESS;
    }
    return subscription == null ? null : subscription.plan();
  }

  private int limit(@Nullable Subscription subscription) {
    if (facts.isVip()) {
      return Entitlement.VIP_LIMIT;
    }
    return subscription == null ? 0 : policy.limit(subscription.plan());
  }

  private boolean grant(String code, String evidence, String day) {
    reasons.add(reason(code, evidence, day));
    return true;
  }

  private boolean refuse(String code, String evidence, String day) {
    reasons.add(reason(code, evidence, day));
    return false;
  }

  private static Reason reason(String code, String evidence, String day) {
    MessageFormat text = new MessageFormat(TEXTS.getString(code), Locale.ROOT);
    return new Reason(code, text.format(new Object[] {day}), evidence);
  }
}
