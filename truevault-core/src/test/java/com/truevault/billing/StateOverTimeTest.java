package com.truevault.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.truevault.billing.Fact.SaleState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What time alone does to a subscription of which nothing new is learned, and what it never does.
 */
class StateOverTimeTest {
  private static final int STORIES = 2500;
  private static final BillingPolicy POLICY = BillingPolicy.STANDARD;
  private static final Set<BillingStatus> ACCESS =
      EnumSet.of(BillingStatus.ACTIVE, BillingStatus.PAST_DUE, BillingStatus.CANCEL_SCHEDULED);

  /** Nobody has access whom no payment, no gift and no grace gives it. */
  private static final FactProperty<Evaluator> NO_ACCESS_FOR_NOTHING =
      (evaluator, facts, random) -> {
        for (Instant now : moments(facts, random, 8)) {
          BillingState state = evaluator.evaluate(FactProperty.asked(facts, now), now);
          if (!ACCESS.contains(state.status())) {
            continue;
          }
          Instant paid = latestPayment(facts);
          Duration most = POLICY.grace().plus(POLICY.renewalPatience()).plus(Duration.ofDays(2));
          Instant end = paid == null ? null : facts.opened().cycle().after(paid).plus(most);
          if (end == null || end.isBefore(now)) {
            return state.status() + " at " + now + ", and the last payment was " + paid;
          }
        }
        return null;
      };

  private static List<Instant> moments(BillingFacts facts, Random random, int count) {
    return Stream.generate(() -> RandomFacts.moment(random, facts)).limit(count).sorted().toList();
  }

  private static @Nullable Instant latestPayment(BillingFacts facts) {
    return facts.facts().stream()
        .filter(fact -> fact instanceof Fact.Sale sale && sale.state() == SaleState.COMPLETED)
        .map(Fact::at)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static void assertHolds(FactProperty<Evaluator> property) {
    assertEquals(List.of(), property.breaches(Evaluator.REAL, STORIES, RandomFacts::of));
  }

  private static void assertHoldsPlainly(FactProperty<Evaluator> property) {
    assertEquals(List.of(), property.breaches(Evaluator.REAL, STORIES, RandomFacts::plain));
  }

  @Test
  void itOnlyGoesDownhill() {
    assertHolds(
        (evaluator, facts, random) -> {
          BillingStatus before = null;
          for (Instant now : moments(facts, random, 12)) {
            BillingStatus status = evaluator.evaluate(facts, now).status();
            if (before != null && !mayBecome(before, status)) {
              return "it becomes " + status + " after " + before + " at " + now;
            }
            before = status;
          }
          return null;
        });
  }

  private static boolean mayBecome(BillingStatus before, BillingStatus after) {
    if (before == after || after == BillingStatus.ENDED) {
      return true;
    }
    return before.isLive() && after.isLive() && before.compareTo(after) < 0;
  }

  @Test
  void itSaysExactlyWhenItChanges() {
    assertHolds(
        (evaluator, facts, random) -> {
          Instant now = RandomFacts.moment(random, facts);
          BillingState state = evaluator.evaluate(facts, now);
          Instant end = state.changesAt();
          if (state.checkDue()) {
            return now.equals(end) ? null : "a check is due, but it changes at " + end;
          }
          Instant last = end == null ? now.plus(Duration.ofDays(900)) : end;
          for (Instant between : between(random, now, last)) {
            if (!evaluator.evaluate(facts, between).equals(state)) {
              return "at %s it is %s%n but at %s %s"
                  .formatted(now, state, between, evaluator.evaluate(facts, between));
            }
          }
          return end == null || differs(state, evaluator.evaluate(facts, end))
              ? null
              : "nothing changes at " + end + ": " + state;
        });
  }

  private static List<Instant> between(Random random, Instant from, Instant to) {
    long millis = Duration.between(from, to).toMillis();
    return List.of(
        to.minusNanos(1),
        from.plusMillis((long) (random.nextDouble() * (millis - 1))),
        from.plusMillis((long) (random.nextDouble() * (millis - 1))));
  }

  private static boolean differs(BillingState one, BillingState other) {
    return !List.of(one.status(), one.flags(), one.terms(), one.checkDue(), one.rule())
        .equals(
            List.of(other.status(), other.flags(), other.terms(), other.checkDue(), other.rule()));
  }

  @Test
  void whoPaidHasAccessInEveryInstantOfIt() {
    assertHoldsPlainly(
        (evaluator, facts, random) -> {
          for (Fact fact : facts.facts()) {
            if (fact instanceof Fact.Sale sale) {
              Instant end = facts.opened().cycle().after(sale.at()).minus(Duration.ofDays(11));
              Duration paid = Duration.between(sale.at(), end);
              Instant now = sale.at().plusMillis((long) (random.nextDouble() * paid.toMillis()));
              BillingState state = evaluator.evaluate(known(facts, now), now);
              boolean late = state.endedAt() != null && state.endedAt().isBefore(sale.at());
              if (!ACCESS.contains(state.status()) && !late) {
                return "at " + now + " it is " + state.status() + " in spite of " + sale;
              }
            }
          }
          return null;
        });
  }

  /** What was known at that moment, the provider having been asked just then. */
  private static BillingFacts known(BillingFacts facts, Instant now) {
    List<Fact> then = facts.facts().stream().filter(fact -> !fact.at().isAfter(now)).toList();
    return FactProperty.asked(FactProperty.with(facts, then), now);
  }

  @Test
  void nobodyHasAccessForNothing() {
    assertHoldsPlainly(NO_ACCESS_FOR_NOTHING);
  }

  @Test
  void aHandlerThatBelievesTheStatusWordIsFoundOut() {
    assertFalse(
        NO_ACCESS_FOR_NOTHING
            .breaches(Evaluator.BY_STATUS_WORD, STORIES, RandomFacts::plain)
            .isEmpty());
  }

  @Test
  void whatIsOverStaysOverWhateverComesLater() {
    assertHolds(
        (evaluator, facts, random) -> {
          Instant now = RandomFacts.moment(random, facts);
          BillingState then = evaluator.evaluate(known(facts, now), now);
          if (then.status() != BillingStatus.ENDED) {
            return null;
          }
          Instant later = now.plus(Duration.ofDays(random.nextInt(300)));
          BillingState state = evaluator.evaluate(known(facts, later), later);
          return state.status() == then.status() && state.endReason() == then.endReason()
              ? null
              : "at %s %s%n at %s %s".formatted(now, then, later, state);
        });
  }

  @Test
  void nothingIsTakenAwayBeforeTheProviderWasAsked() {
    assertHolds(
        (evaluator, facts, random) -> {
          Instant now = RandomFacts.moment(random, facts);
          BillingFacts then = FactProperty.asked(known(facts, now), facts.checkedAt());
          BillingState state = evaluator.evaluate(then, now);
          Instant harm =
              state.status() == BillingStatus.SUSPENDED && state.dunning() != null
                  ? state.dunning().graceUntil()
                  : state.endReason() == EndReason.NONPAYMENT ? state.endedAt() : null;
          boolean asked =
              harm == null
                  || (then.checkedAt() != null && !then.checkedAt().isBefore(harm))
                  || !now.isBefore(harm.plus(POLICY.checkPatience()))
                  || then.facts().stream().anyMatch(fact -> fact.at().isAfter(harm));
          return asked ? null : "at " + now + " unasked: " + state;
        });
  }

  @Test
  void triesThatNobodyReportedChangeNothing() {
    assertHoldsPlainly(
        (evaluator, facts, random) -> {
          Instant now = RandomFacts.moment(random, facts);
          BillingFacts all = known(facts, now);
          List<Fact> some = new ArrayList<>(all.facts());
          some.removeIf(fact -> fact instanceof Fact.Failure && random.nextBoolean());
          BillingState full = evaluator.evaluate(all, now);
          BillingState lossy = evaluator.evaluate(FactProperty.with(all, some), now);
          boolean early =
              full.dunning() != null
                  && now.isBefore(full.dunning().since().plus(POLICY.renewalPatience()));
          return early || (full.status() == lossy.status() && until(full).equals(until(lossy)))
              ? null
              : "at " + now + " " + full + "%n or %n" + lossy;
        });
  }

  private static String until(BillingState state) {
    return state.dunning() == null
        ? String.valueOf(state.endedAt())
        : state.dunning().graceUntil() + " " + state.dunning().endsAt();
  }
}
