package com.truevault.billing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Something that holds for whatever happens to a subscription.
 *
 * @param <E> what tells where a subscription stands
 */
@FunctionalInterface
public interface FactProperty<E> {

  /** What is wrong with what the evaluator says of these facts; null if nothing is. */
  @Nullable String breach(E evaluator, BillingFacts facts, Random random);

  /**
   * The breaches among that many stories, each with its seed and with no more facts than it takes;
   * after a few the search ends.
   */
  default List<String> breaches(E evaluator, int stories, LongFunction<BillingFacts> generator) {
    return LongStream.range(0, stories)
        .mapToObj(seed -> search(evaluator, seed, generator.apply(seed)))
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .limit(3)
        .toList();
  }

  private @Nullable String search(E evaluator, long seed, BillingFacts facts) {
    if (breach(evaluator, facts, new Random(seed)) == null) {
      return null;
    }
    List<Fact> few =
        Shrinking.minimal(
            facts.facts(), less -> breach(evaluator, with(facts, less), new Random(seed)) != null);
    return "seed %d, opened %s as %s, asked %s: %s%n%s"
        .formatted(
            seed,
            facts.openedAt(),
            facts.opened(),
            facts.checkedAt(),
            breach(evaluator, with(facts, few), new Random(seed)),
            few.stream().map(fact -> "  " + fact).collect(Collectors.joining("\n")));
  }

  /** The same subscription of which other things are known. */
  static BillingFacts with(BillingFacts facts, List<Fact> others) {
    return new BillingFacts(
        facts.subscription(), facts.opened(), facts.openedAt(), facts.checkedAt(), others);
  }

  /** The same subscription, asked about at another moment. */
  static BillingFacts asked(BillingFacts facts, java.time.@Nullable Instant at) {
    return new BillingFacts(
        facts.subscription(), facts.opened(), facts.openedAt(), at, facts.facts());
  }

  /** The facts in another order, some of them more than once. */
  static BillingFacts shuffled(BillingFacts facts, Random random) {
    List<Fact> mixed = new ArrayList<>(facts.facts());
    facts.facts().stream().filter(fact -> random.nextInt(3) == 0).forEach(mixed::add);
    java.util.Collections.shuffle(mixed, random);
    return with(facts, mixed);
  }
}
