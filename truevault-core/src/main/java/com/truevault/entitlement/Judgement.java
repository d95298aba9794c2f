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
    Ruling ruling =
        facts.isVip() || subscription == null ? null : Ruling.on(subscription, policy, now);
    boolean granted = facts.isVip() ? becauseOfVip() : becauseOf(ruling);
    boolean shutOut = isShutOut();
    boolean allowed = granted && !shutOut;
    Instant leaving = facts.user().deletionDueAt();
    if (leaving != null) {
      reasons.add(reason("deletion-planned", "users.deletion_due_at " + leaving, leaving));
    }
    return new Entitlement(
        allowed,
        granted ? plan() : null,
        limit(subscription),
        facts.proven() ? facts.user().email() : null,
        facts.isVip() && allowed,
        reasons,
        ruling == null ? null : ruling.changesAt());
  }

  private boolean becauseOfVip() {
    // The text is that of every paying user: nothing may tell a VIP from others.
    reasons.add(
        reason("access-active", "VIP list holds " + facts.user().email().canonical(), null));
    return true;
  }

  private boolean becauseOf(@Nullable Ruling ruling) {
    if (ruling == null) {
      // What customers read is the same for all; support sees why the list does not count.
      reasons.add(
          reason(
              "never-subscribed",
              facts.listed()
                  ? "no subscription row; VIP list holds the address, which is not confirmed"
                  : "no subscription row",
              null));
      return false;
    }
    reasons.add(reason(ruling.code(), ruling.evidence(), ruling.day()));
    return ruling.granted();
  }

  /** An administrator's block or an erasure outweighs everything, so its reason stands first. */
  private boolean isShutOut() {
    String blocked = facts.user().blockedReason();
    if (facts.isErased()) {
      reasons.add(0, reason("user-deleted", "users.status deleted", null));
    } else if (blocked != null) {
      reasons.add(0, reason("blocked", "users.blocked_reason " + blocked, null));
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

  /** Where a text names a day, there is another one without for when none is known. */
  private static Reason reason(String code, String evidence, @Nullable Instant day) {
    String undated = code + ".undated";
    String key = day == null && TEXTS.containsKey(undated) ? undated : code;
    MessageFormat text = new MessageFormat(TEXTS.getString(key), Locale.ROOT);
    return new Reason(
        code, text.format(new Object[] {day == null ? "" : DAY.format(day)}), evidence);
  }
}
