package com.truevault.entitlement;

import com.truevault.billing.BillingPolicy;
import com.truevault.billing.Plans;
import com.truevault.entitlement.Entitlement.Facts;
import com.truevault.entitlement.Entitlement.Policy;
import com.truevault.setting.SettingKey;
import com.truevault.setting.Settings;
import com.truevault.subscription.Subscriptions;
import com.truevault.user.Plan;
import com.truevault.user.User;
import com.truevault.vip.Vips;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gathers the facts and asks {@link Entitlement#of}; nothing is remembered. Thread-safe. */
public final class Entitlements {
  private final Vips vips;
  private final Subscriptions subscriptions;
  private final Plans plans;
  private final Settings settings;
  private final InstantSource clock;

  /** Reads facts from the given features. */
  public Entitlements(
      Vips vips, Subscriptions subscriptions, Plans plans, Settings settings, InstantSource clock) {
    this.vips = vips;
    this.subscriptions = subscriptions;
    this.plans = plans;
    this.settings = settings;
    this.clock = clock;
  }

  /** What the user is entitled to at this moment. */
  public Entitlement of(User user) {
    Facts facts =
        new Facts(
            user,
            user.emailVerified() || !settings.flag(SettingKey.VERIFIED_EMAIL_REQUIRED_FOR_VIP),
            vips.isVip(user.email()),
            subscriptions.current(user).orElse(null));
    return Entitlement.of(facts, policy(), clock.instant());
  }

  /** Patience, grace and all that harm may wait for: by then somebody must have looked. */
  private Policy policy() {
    BillingPolicy billing = BillingPolicy.of(settings);
    return new Policy(
        Arrays.stream(Plan.values())
            .collect(Collectors.toMap(Function.identity(), plans::deviceLimit)),
        billing.renewalPatience().plus(billing.grace()).plus(billing.checkPatience()));
  }
}
