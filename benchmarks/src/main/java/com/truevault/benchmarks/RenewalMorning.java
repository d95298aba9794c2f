package com.truevault.benchmarks;

import com.truevault.billing.BillingCycle;
import com.truevault.testing.SettableClock;
import com.truevault.user.Plan;
import com.truevault.user.Registration;
import com.truevault.user.User;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A morning on which 1,000 subscriptions are renewed: each delivery is verified, kept and looked
 * into, each payment read from PayPal, booked, invoiced and mailed, on real files. The memory that
 * is still held afterwards is compared with that of half-way.
 */
final class RenewalMorning implements Benchmark {
  private static final int SUBSCRIPTIONS = 1_000;
  private static final double MORE_MEGABYTES = 32;
  private static final Instant START = Instant.parse("2026-01-31T10:00:00Z");

  @Override
  public String name() {
    return "renewals";
  }

  @Override
  public List<Result> run(Path folder) {
    SettableClock clock = new SettableClock(START);
    try (PayingShop shop = new PayingShop(folder.resolve("data"), clock)) {
      for (int i = 0; i < SUBSCRIPTIONS; i++) {
        subscribe(shop, i);
      }
      shop.settle();
      long begin = System.nanoTime();
      // Two mornings a month apart: what the second leaves in memory beyond the first stays.
      clock.advance(Duration.ofDays(29));
      shop.settle();
      double seconds = (System.nanoTime() - begin) / 1e9;
      double first = shop.heldMegabytes();
      clock.advance(Duration.ofDays(31));
      shop.settle();
      double more = Math.max(0, shop.heldMegabytes() - first);
      long booked = shop.invoices();
      return List.of(
          Result.alone("one of 1,000 renewals, end to end", seconds * 1e9 / SUBSCRIPTIONS),
          Result.count("renewals that were not booked", 3L * SUBSCRIPTIONS - booked),
          Result.atMost(
              "memory held after another 1,000 renewals", more, "MiB more", MORE_MEGABYTES));
    }
  }

  private static void subscribe(PayingShop shop, int number) {
    User user =
        shop.vault()
            .users()
            .register(
                Registration.of(
                    "renewal" + number + "@example.com", "seven green horses", "Alex", "Example"));
    var started = shop.vault().subscriptions().start(user, Plan.PERSONAL, BillingCycle.MONTHLY);
    shop.approve(String.valueOf(started.subscription().gatewayId()));
  }
}
