package com.truevault.benchmarks;

import com.truevault.billing.BillingCycle;
import com.truevault.billing.Money;
import com.truevault.billing.Standing;
import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionStatus;
import com.truevault.entitlement.Entitlement;
import com.truevault.user.EmailAddress;
import com.truevault.user.Plan;
import com.truevault.user.Role;
import com.truevault.user.User;
import com.truevault.user.UserId;
import com.truevault.user.UserStatus;
import com.truevault.wireguard.AddressPool;
import com.truevault.wireguard.TunnelAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What is computed for nearly every request without a file, for JMH. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PureMeasures {
  private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
  private static final int STEP = 7919;

  private final AddressPool pool = new AddressPool("10.8.0.0/14", "fd12:3456:789a::/64");
  private final Entitlement.Policy policy =
      new Entitlement.Policy(
          Map.of(Plan.PERSONAL, 3, Plan.FAMILY, 10, Plan.BUSINESS, 50), Duration.ofHours(36));
  private final Entitlement.Facts facts =
      new Entitlement.Facts(payer(), true, false, subscription());
  private int number;

  /** Whether a paying user may connect, and why. */
  @Benchmark
  public Entitlement entitlement() {
    return Entitlement.of(facts, policy, NOW);
  }

  /** The addresses that belong to an offset of the pool. */
  @Benchmark
  public TunnelAddress address() {
    number = (number + STEP) % pool.capacity();
    return pool.address(AddressPool.FIRST + number);
  }

  private static User payer() {
    return new User(
        new UserId(7),
        "user-seven",
        EmailAddress.of("ada@example.com"),
        User.Name.of("Ada", "Example"),
        Role.CUSTOMER,
        new User.Membership(false, Plan.FAMILY, UserStatus.ACTIVE, 10),
        true,
        null,
        NOW,
        null,
        null);
  }

  private static Subscription subscription() {
    return new Subscription(
        "subscription-seven",
        new UserId(7),
        "SIM-7",
        Plan.FAMILY,
        Money.of("14.99", "USD"),
        BillingCycle.MONTHLY,
        SubscriptionStatus.ACTIVE,
        NOW,
        NOW.plus(Duration.ofDays(30)),
        null,
        "",
        Standing.NEW);
  }
}
