package com.truevault.billing;

import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.user.Plan;
import com.truevault.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Subscriptions. A user has at most one that is live. */
public interface SubscriptionStore {

  /** Adds a subscription. */
  void add(Subscription subscription);

  /** The subscription that URLs call that. */
  Optional<Subscription> find(String publicId);

  /** The subscription that the gateway calls that. */
  Optional<Subscription> findByGatewayId(String gatewayId);

  /** A user's subscriptions, newest first. */
  List<Subscription> ofUser(UserId user);

  /**
   * Replaces a subscription; false if there is none of its public id.
   *
   * @throws SubscriptionLiveException if it would be the user's second live one
   */
  boolean update(Subscription subscription);

  /** How many active subscriptions each plan has; plans without any are absent. */
  Map<Plan, Long> activeByPlan();

  /**
   * Subscriptions that have to be looked at by then, the longest due first.
   *
   * @param limit at least 1
   */
  List<Subscription> due(Instant now, int limit);

  /** All subscriptions, oldest first; with an empty set those of every status. */
  Page<Subscription> page(Set<BillingStatus> wanted, PageRequest request);

  /**
   * Subscriptions that a person has to look at, oldest first.
   *
   * @param limit at least 1
   */
  List<Subscription> inReview(int limit);
}
