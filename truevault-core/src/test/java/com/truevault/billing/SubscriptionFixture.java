package com.truevault.billing;

import com.truevault.testing.Corpus;
import com.truevault.user.Plan;
import com.truevault.user.UserId;

/** Subscriptions to hang things on. */
public final class SubscriptionFixture {
  /** The public id of {@link #subscription()}. */
  public static final String ONE = "subscription-one";

  /** Another public id. */
  public static final String TWO = "subscription-two";

  /** Whose they are. */
  public static final UserId USER = new UserId(7);

  private SubscriptionFixture() {}

  /** One of the user that waits for approval. */
  public static Subscription subscription() {
    return subscription(ONE, Standing.NEW);
  }

  /** Another one. */
  public static Subscription another() {
    return subscription(TWO, Standing.NEW);
  }

  /** One that stands as given. */
  public static Subscription subscription(String publicId, Standing standing) {
    return new Subscription(
        publicId,
        USER,
        null,
        Plan.PERSONAL,
        Money.of("9.99", "USD"),
        BillingCycle.MONTHLY,
        SubscriptionStatus.PENDING,
        Corpus.MOMENT,
        null,
        null,
        "",
        standing);
  }
}
