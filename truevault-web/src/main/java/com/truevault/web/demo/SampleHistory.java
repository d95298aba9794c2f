package com.truevault.web.demo;

import com.truevault.TrueVault;
import com.truevault.billing.BillingCycle;
import com.truevault.paypal.testing.FakePayPal;
import com.truevault.user.Plan;
import com.truevault.user.User;
import com.truevault.web.demo.time.DemoClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Lets a customer pay for some months before the demo begins, one of them late. */
final class SampleHistory {
  /** How long ago the customer of a fresh demo signed up. */
  static final Duration LENGTH = Duration.ofDays(100);

  private static final Duration A_WHILE = Duration.ofHours(1);
  private static final String POOR = "PAYER_CANNOT_PAY";

  private final TrueVault vault;
  private final FakePayPal paypal;
  private final DemoClock clock;

  SampleHistory(TrueVault vault, FakePayPal paypal, DemoClock clock) {
    this.vault = vault;
    this.paypal = paypal;
    this.clock = clock;
  }

  /**
   * Subscribes a customer and lives through what follows, until the clock goes with the real one.
   */
  void live(User customer) {
    var started = vault.subscriptions().start(customer, Plan.FAMILY, BillingCycle.MONTHLY);
    String there = Objects.requireNonNull(started.subscription().gatewayId());
    String here = started.subscription().publicId();
    paypal.buyer().approve(there);
    vault.subscriptions().refresh(here);
    paypal.buyer().failNext(there, 1, POOR);
    for (Instant next = nextTry(there); !next.isAfter(clock.real()); next = nextTry(there)) {
      clock.set(next);
      vault.subscriptions().refresh(here);
      vault.billingRounds().run();
      vault.maintenance().deliver();
    }
    clock.set(clock.real());
    vault.subscriptions().refresh(here);
  }

  private Instant nextTry(String id) {
    var subscription = paypal.subscription(id);
    var failed = subscription.lastFailed();
    Instant retry = failed == null ? null : failed.nextRetry();
    Instant next =
        retry != null && retry.isAfter(clock.instant()) ? retry : subscription.nextBilling();
    return next == null ? Instant.MAX : next.plus(A_WHILE);
  }
}
