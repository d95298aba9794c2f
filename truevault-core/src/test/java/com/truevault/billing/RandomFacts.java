package com.truevault.billing;

import com.truevault.billing.Fact.GrantKind;
import com.truevault.billing.Fact.RepaymentKind;
import com.truevault.billing.Fact.SaleState;
import com.truevault.user.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Subscriptions to which everything may happen; the same seed tells the same story again. */
public final class RandomFacts {
  private static final Instant EARLIEST = Instant.parse("2027-12-25T00:00:00Z");
  private static final List<String> REASONS =
      List.of("PAYER_CANNOT_PAY", "PAYMENT_DENIED", "INTERNAL_SERVER_ERROR", "PAYEE_RESTRICTED");
  private static final List<String> COMPLAINTS =
      List.of("UNAUTHORISED", "CANCELED_RECURRING_BILLING", "MERCHANDISE_NOT_RECEIVED");

  private final Random random;
  private final Terms terms;
  private final Instant start;
  private final Story story;
  private Instant at;
  private int sales;

  private RandomFacts(long seed) {
    this.random = new Random(seed);
    Plan plan = pick(List.of(Plan.values()));
    BillingCycle cycle = random.nextInt(5) == 0 ? BillingCycle.YEARLY : BillingCycle.MONTHLY;
    this.terms =
        new Terms(plan, cycle, cycle.price(Money.ofMinor(999 + plan.name().length(), "USD")));
    this.start = EARLIEST.plus(minutes(0, 500 * 24 * 60));
    this.at = start;
    this.story = Story.opened(terms, start);
  }

  /** One subscription; asked last at a moment that may be long ago. */
  public static BillingFacts of(long seed) {
    return new RandomFacts(seed).tell();
  }

  /** One subscription that pays, or fails to, on schedule, and to which nothing else happens. */
  public static BillingFacts plain(long seed) {
    return new RandomFacts(seed).payments().story.facts();
  }

  /** A moment from shortly before the subscription to long after it. */
  public static Instant moment(Random random, BillingFacts facts) {
    return facts.openedAt().plus(Duration.ofMinutes(random.nextInt(500 * 24 * 60) - 1000));
  }

  private BillingFacts tell() {
    story.shown(ProviderStatus.APPROVAL_PENDING, start);
    if (random.nextInt(8) == 0) {
      at = at.plus(minutes(0, 40 * 24 * 60));
      story.add(new Fact.Carried(Story.ID, start, at));
    }
    if (random.nextInt(8) != 0) {
      payments();
    }
    for (int extras = random.nextInt(4); extras > 0; extras--) {
      extra();
    }
    if (random.nextInt(3) != 0) {
      story.checked(anyTime());
    }
    return story.facts();
  }

  private RandomFacts payments() {
    Instant anchor = at;
    story.shown(ProviderStatus.ACTIVE, anchor);
    sale(anchor.plus(minutes(0, 300)));
    int cycles = random.nextInt(terms.cycle() == BillingCycle.YEARLY ? 2 : 6);
    for (int k = 1; k <= cycles; k++) {
      at = terms.cycle().after(anchor, k);
      if (!renewal(at.plus(minutes(-600, 1200)))) {
        break;
      }
    }
    return this;
  }

  /** Whether the subscription goes on. */
  private boolean renewal(Instant due) {
    switch (random.nextInt(8)) {
      case 0 -> {
        failed(due);
        failed(due.plus(Duration.ofDays(5)));
        failed(due.plus(Duration.ofDays(10)));
        story.shown(ProviderStatus.SUSPENDED, due.plus(Duration.ofDays(10)));
        return false;
      }
      case 1 -> {
        failed(due);
        sale(due.plus(Duration.ofDays(5)));
      }
      case 2 -> {
        failed(due);
        failed(due.plus(Duration.ofDays(5)));
        sale(due.plus(Duration.ofDays(10)));
      }
      case 3 -> {
        return random.nextBoolean();
      }
      default -> sale(due);
    }
    return true;
  }

  private void sale(Instant when) {
    story.sale("sale-" + sales++, SaleState.COMPLETED, terms.price(), when);
  }

  private void failed(Instant when) {
    story.failed(when);
  }

  private void extra() {
    Instant when = anyTime();
    String sale = "sale-" + random.nextInt(sales + 1);
    switch (random.nextInt(14)) {
      case 0 -> story.cancelAsked(when);
      case 1 -> story.shown(ProviderStatus.CANCELLED, when);
      case 2 -> story.add(new Fact.Withdrawn(Story.ID, when));
      case 3 -> story.add(new Fact.Superseded(Story.ID, when, "subscription-two"));
      case 4 -> story.refund(sale, random.nextBoolean() ? terms.price().amount() : "1.00", when);
      case 5 -> story.repaid(sale, RepaymentKind.REVERSAL, terms.price().amount(), when);
      case 6 -> story.disputed(pick(COMPLAINTS), "CHARGEBACK", outcome(), when);
      case 7 -> story.granted(GrantKind.BONUS, Duration.ofDays(1 + random.nextInt(40)), when);
      case 8 -> story.granted(GrantKind.GRACE, Duration.ofDays(1 + random.nextInt(9)), when);
      case 9 -> pending(when);
      case 10 -> changed(when);
      case 11 -> odd(when);
      case 12 -> story.failed(when, pick(REASONS));
      default -> sale(when);
    }
  }

  private String outcome() {
    return random.nextBoolean() ? "" : "RESOLVED_SELLER_FAVOUR";
  }

  private void pending(Instant when) {
    String id = "sale-" + sales++;
    story.sale(id, SaleState.PENDING, terms.price(), when);
    if (random.nextInt(3) != 0) {
      SaleState end = random.nextBoolean() ? SaleState.COMPLETED : SaleState.DENIED;
      story.sale(id, end, terms.price(), when.plus(minutes(0, 6 * 24 * 60)));
    }
  }

  private void changed(Instant when) {
    Terms other = pick(List.of(Story.PERSONAL, Story.FAMILY, Story.BUSINESS));
    story.add(new Fact.ChangeAsked(Story.ID, "change-" + when, when, other));
    if (random.nextBoolean()) {
      story.shown(ProviderStatus.ACTIVE, when.plus(minutes(1, 600)), other, null);
    }
  }

  /** Something that nobody agreed to or knows. */
  private void odd(Instant when) {
    String id = "sale-" + sales++;
    switch (random.nextInt(3)) {
      case 0 -> story.sale(id, SaleState.COMPLETED, Money.ofMinor(5, "EUR"), when);
      case 1 -> story.shown(ProviderStatus.UNKNOWN, when, null, null);
      default -> story.add(new Fact.Review(Story.ID, "sale:" + id, when, "odd"));
    }
    if (random.nextBoolean()) {
      story.reviewed(
          "sale:" + id,
          random.nextBoolean() ? "accepted" : "refunded",
          when.plus(minutes(1, 5 * 24 * 60)));
    }
  }

  private Instant anyTime() {
    return start.plus(minutes(0, (int) Duration.between(start, at).toMinutes() + 45 * 24 * 60));
  }

  private Duration minutes(int from, int to) {
    return Duration.ofMillis(60_000L * (from + random.nextInt(to - from)) + random.nextInt(1000));
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
