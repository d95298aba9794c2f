package com.truevault.entitlement;

import com.truevault.billing.Subscription;
import com.truevault.user.EmailAddress;
import com.truevault.user.Plan;
import com.truevault.user.User;
import com.truevault.user.UserStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a user may connect, with what, and why.
 *
 * @param plan what the user has; null while not entitled to any
 * @param deviceLimit 0 while the user never subscribed
 * @param provenEmail the address that servers may be dedicated to; null until it is proven
 * @param seesVipServers whether servers for VIPs are visible
 * @param reasons never empty; the first one decided
 * @param changesAt when time alone will change this answer; null if it never will
 */
public record Entitlement(
    boolean allowed,
    @Nullable Plan plan,
    int deviceLimit,
    @Nullable EmailAddress provenEmail,
    boolean seesVipServers,
    List<Reason> reasons,
    @Nullable Instant changesAt) {
  /** How many devices a VIP may have. */
  public static final int VIP_LIMIT = 999;

  /** Copies the reasons. */
  public Entitlement {
    reasons = List.copyOf(reasons);
  }

  /** The entitlement that follows from facts, policy and time; nothing else has a say. */
  public static Entitlement of(Facts facts, Policy policy, Instant now) {
    return new Judgement(facts, policy, now).entitlement();
  }

  /** The sentence that says whether the user may connect. */
  public String summary() {
    return reasons.get(0).text();
  }

  /**
   * What is known.
   *
   * @param proven whether the address may be taken for the user's own
   * @param listed whether the address is on the VIP list and active
   * @param subscription the one that counts; null if there never was one
   */
  public record Facts(
      User user, boolean proven, boolean listed, @Nullable Subscription subscription) {
    boolean isVip() {
      return listed && proven;
    }

    boolean isErased() {
      return user.membership().status() == UserStatus.DELETED;
    }
  }

  /**
   * The rules that an operator sets.
   *
   * @param deviceLimits for every plan
   * @param backstop how long after the paid-through date an active subscription is believed whose
   *     renewal nobody looked for
   */
  public record Policy(Map<Plan, Integer> deviceLimits, Duration backstop) {
    /** Copies the limits. */
    public Policy {
      deviceLimits = Map.copyOf(deviceLimits);
    }

    int limit(Plan plan) {
      Integer limit = deviceLimits.get(plan);
      return limit == null ? 0 : limit;
    }
  }
}
