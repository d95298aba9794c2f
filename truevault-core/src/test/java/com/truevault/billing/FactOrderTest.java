package com.truevault.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever order facts come in, and however often: they say the same. */
class FactOrderTest {
  private static final int STORIES = 3000;
  private static final int SHUFFLES = 4;

  private static final FactProperty<Evaluator> ORDER_IS_NOTHING =
      (evaluator, facts, random) -> {
        Instant now = RandomFacts.moment(random, facts);
        Object expected = evaluator.evaluate(facts, now);
        for (int i = 0; i < SHUFFLES; i++) {
          Object other = evaluator.evaluate(FactProperty.shuffled(facts, random), now);
          if (!other.equals(expected)) {
            return "at " + now + " it is " + expected + " or " + other;
          }
        }
        return null;
      };

  @Test
  void orderAndRepetitionOfFactsChangeNothing() {
    assertTrue(STORIES * SHUFFLES >= 10_000);
    assertEquals(List.of(), ORDER_IS_NOTHING.breaches(Evaluator.REAL, STORIES, RandomFacts::of));
  }

  @Test
  void learningAnyPrefixTwiceChangesNothing() {
    FactProperty<Evaluator> prefixes =
        (evaluator, facts, random) -> {
          Instant now = RandomFacts.moment(random, facts);
          List<Fact> twice = new java.util.ArrayList<>(facts.facts());
          twice.addAll(facts.facts().subList(0, random.nextInt(twice.size() + 1)));
          return evaluator
                  .evaluate(FactProperty.with(facts, twice), now)
                  .equals(evaluator.evaluate(facts, now))
              ? null
              : "at " + now;
        };

    assertEquals(List.of(), prefixes.breaches(Evaluator.REAL, STORIES, RandomFacts::of));
  }

  @Test
  void aHandlerThatFollowsEventsAsTheyArriveIsFoundOut() {
    List<String> breaches =
        ORDER_IS_NOTHING.breaches(Evaluator.BY_ARRIVAL, STORIES, RandomFacts::plain);

    assertFalse(breaches.isEmpty());
    assertTrue(breaches.get(0).lines().count() <= 6, breaches.get(0));
  }
}
