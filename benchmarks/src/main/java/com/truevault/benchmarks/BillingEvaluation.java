package com.truevault.benchmarks;

import com.truevault.billing.BillingCycle;
import com.truevault.billing.BillingFacts;
import com.truevault.billing.BillingPolicy;
import com.truevault.billing.BillingState;
import com.truevault.billing.Fact;
import com.truevault.billing.Money;
import com.truevault.billing.ProviderStatus;
import com.truevault.billing.Terms;
import com.truevault.user.Plan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Where 100,000 subscriptions of half a year stand, on one thread; nothing is below computing. */
final class BillingEvaluation implements Benchmark {
  private static final int SUBSCRIPTIONS = 100_000;
  private static final int MONTHS = 6;
  private static final int ROUNDS = 5;
  private static final double LIMIT_SECONDS = 2;
  private static final Instant START = Instant.parse("2026-01-31T10:00:00Z");
  private static final Terms TERMS =
      new Terms(Plan.FAMILY, BillingCycle.MONTHLY, Money.of("14.99", "USD"));

  @Override
  public String name() {
    return "evaluation";
  }

  @Override
  public List<Result> run(Path folder) {
    Random random = new Random(7);
    List<BillingFacts> all = new ArrayList<>();
    for (int i = 0; i < SUBSCRIPTIONS; i++) {
      all.add(facts("subscription-" + i, random));
    }
    Instant now = START.plus(Duration.ofDays(165));
    double best = Double.MAX_VALUE;
    long flags = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long begin = System.nanoTime();
      for (BillingFacts facts : all) {
        flags += BillingState.evaluate(facts, BillingPolicy.STANDARD, now).flags().size();
      }
      best = Math.min(best, (System.nanoTime() - begin) / 1e9);
    }
    if (flags < 0) {
      throw new IllegalStateException("no flags at all can be fewer than none");
    }
    return List.of(
        Result.atMost("100,000 subscriptions evaluated on one core", best, "s", LIMIT_SECONDS));
  }

  /** Sixteen facts or so, every tenth subscription with a failure that was paid in the end. */
  private static BillingFacts facts(String id, Random random) {
    List<Fact> facts = new ArrayList<>();
    for (int month = 0; month < MONTHS; month++) {
      Instant at = START.plus(Duration.ofDays(30L * month));
      String sale = id + "-" + month;
      facts.add(
          new Fact.Snapshot(
              id, ProviderStatus.ACTIVE, START, TERMS, "P-1", START, at, null, month));
      if (random.nextInt(10 * MONTHS) == 0) {
        facts.add(new Fact.Failure(id, at, TERMS.price(), "PAYER_CANNOT_PAY", null));
      }
      facts.add(new Fact.Sale(sale, Fact.SaleState.COMPLETED, TERMS.price(), at));
      facts.add(new Fact.Fee(sale, Money.of("0.82", "USD"), at));
    }
    Collections.shuffle(facts, random);
    return new BillingFacts(id, TERMS, START, START.plus(Duration.ofDays(160)), facts);
  }
}
