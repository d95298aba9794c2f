package com.truevault.paypal.model;

import com.truevault.billing.BillingCycle;
import com.truevault.billing.BillingFacts;
import com.truevault.billing.BillingPolicy;
import com.truevault.billing.BillingState;
import com.truevault.billing.Fact;
import com.truevault.billing.Money;
import com.truevault.billing.PaymentGateway;
import com.truevault.billing.Terms;
import com.truevault.paypal.testing.FakeEvent;
import com.truevault.user.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** One subscription's life at the fake: what was told when, and what could be read when. */
final class RecordedLife {
  static final int DAYS = 100;
  private static final Terms TERMS =
      new Terms(Plan.PERSONAL, BillingCycle.MONTHLY, Money.of("9.99", "USD"));
  private static final Duration LATEST = Duration.ofDays(3);

  private final List<FakeEvent> events = new ArrayList<>();
  private final NavigableMap<Instant, List<Fact>> reads = new TreeMap<>();
  private final Instant end;

  /**
   * Lives it.
   *
   * @param day what happens on each day, given the house and the id of the subscription
   */
  RecordedLife(long seed, BiConsumer<RecordedDay, String> day) {
    House house = new House(seed);
    PaymentGateway gateway = house.gateway();
    String id =
        gateway
            .open(new PaymentGateway.Order("r-1", "ours", TERMS, "kim@example.com", null))
            .gatewayId();
    house.fake.buyer().approve(id);
    end = House.START.plus(Duration.ofDays(DAYS));
    for (int number = 0; number < DAYS; number++) {
      day.accept(new RecordedDay(house, number), id);
      Instant evening = House.START.plus(Duration.ofDays(number + 1L));
      while (house.clock.instant().isBefore(evening)) {
        Instant due = house.fake.nextDue();
        house.clock.set(due == null || due.isAfter(evening) ? evening : due);
        house.fake.settle();
        reads.put(house.clock.instant(), read(gateway, id));
      }
    }
    events.addAll(house.fake.events());
  }

  private static List<Fact> read(PaymentGateway gateway, String id) {
    PaymentGateway.Report report = gateway.read(id, House.START.minus(Duration.ofDays(1)));
    List<Fact> facts = new ArrayList<>(report.facts());
    facts.add(report.snapshot());
    return facts;
  }

  /** Events in the order in which they arrive, some of them never, some of them often. */
  List<Arrival> arrivals(Random random, int lossPercent) {
    List<Arrival> arrivals = new ArrayList<>();
    for (FakeEvent event : events) {
      int copies = 1 + random.nextInt(3);
      for (int copy = 0; copy < copies; copy++) {
        if (random.nextInt(100) >= lossPercent) {
          Duration late = Duration.ofMillis(random.nextLong(LATEST.toMillis()));
          Instant at = event.createdAt().plus(late);
          arrivals.add(new Arrival(at.isAfter(end) ? end : at, event));
        }
      }
    }
    Collections.shuffle(arrivals, random);
    arrivals.sort(Comparator.comparing(Arrival::at));
    return arrivals;
  }

  List<Arrival> inOrder() {
    return events.stream().map(event -> new Arrival(event.createdAt(), event)).toList();
  }

  /** All that is known when each arrival led to a reading, in an order that says nothing. */
  List<Fact> known(List<Arrival> arrivals, Random random) {
    List<Fact> facts = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      var read = reads.floorEntry(arrival.at());
      if (read != null) {
        facts.addAll(read.getValue());
      }
    }
    Collections.shuffle(facts, random);
    return facts;
  }

  List<Fact> lastRead() {
    return Objects.requireNonNull(reads.lastEntry()).getValue();
  }

  BillingState state(List<Fact> facts, Instant checkedAt) {
    return BillingState.evaluate(
        new BillingFacts("ours", TERMS, House.START, checkedAt, facts),
        BillingPolicy.STANDARD,
        end);
  }

  Instant end() {
    return end;
  }

  /** What matters of a state. */
  static String essence(BillingState state) {
    return state.status()
        + " "
        + state.endReason()
        + " "
        + state.endedAt()
        + " "
        + state.paidThrough()
        + " "
        + state.anchor()
        + " "
        + (state.lastPayment() == null ? "" : state.lastPayment().saleId())
        + " "
        + (state.dunning() == null ? "" : state.dunning().since());
  }

  record Arrival(Instant at, FakeEvent event) {}

  record RecordedDay(House house, int number) {}
}
