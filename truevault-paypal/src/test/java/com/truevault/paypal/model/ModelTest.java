package com.truevault.paypal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random lives of customers against a fake PayPal. More of them with {@code -Dmodel.sequences=N},
 * others with {@code -Dmodel.seed=S}; a failure names the seed and the fewest commands that still
 * fail.
 */
@Tag("slow")
class ModelTest {
  private static final int LENGTH = 50;
  private static final int CUSTOMERS = 2;
  private static final int SEQUENCES = Integer.getInteger("model.sequences", 1_000);
  private static final long SEED = Long.getLong("model.seed", 1);

  private final AtomicInteger plain = new AtomicInteger();
  private final AtomicInteger crashes = new AtomicInteger();

  @Test
  void everySequenceOfCommandsEndsInTheRightStateWithTheRightBooks() {
    List<String> failed =
        LongStream.range(SEED, SEED + SEQUENCES)
            .parallel()
            .filter(seed -> !breaches(seed, commands(seed)).isEmpty())
            .limit(3)
            .mapToObj(this::explained)
            .toList();
    assertEquals("", String.join("\n\n", failed));
    assertTrue(plain.get() > SEQUENCES, "the oracle was sure " + plain + " times");
    assertTrue(crashes.get() > SEQUENCES / 4, crashes + " crashes");
  }

  private static List<Command> commands(long seed) {
    return Command.sequence(new Random(seed), LENGTH, CUSTOMERS);
  }

  private List<String> breaches(long seed, List<Command> commands) {
    Play play = new Play(seed, CUSTOMERS);
    try {
      play.run(commands);
      Invariants invariants = new Invariants(play.house, play.users());
      List<String> breaches = new ArrayList<>(play.breaches);
      breaches.addAll(invariants.breaches());
      plain.addAndGet(invariants.plain());
      crashes.addAndGet(play.house.crashes());
      return breaches;
    } catch (RuntimeException e) {
      return List.of(e + " at " + List.of(e.getStackTrace()).subList(0, 8));
    }
  }

  private String explained(long seed) {
    List<Command> fewest = shrunk(seed, commands(seed));
    return "seed "
        + seed
        + " breaks\n  "
        + String.join("\n  ", breaches(seed, fewest))
        + "\nafter\n  "
        + fewest.stream().map(Command::toString).collect(Collectors.joining("\n  "));
  }

  /** Drops commands, many at first, as long as it still fails. */
  private List<Command> shrunk(long seed, List<Command> failing) {
    List<Command> fewest = failing;
    for (int size = failing.size() / 2; size > 0; size = size / 2) {
      int from = 0;
      while (from < fewest.size()) {
        List<Command> fewer = new ArrayList<>(fewest);
        fewer.subList(from, Math.min(fewer.size(), from + size)).clear();
        if (breaches(seed, fewer).isEmpty()) {
          from += size;
        } else {
          fewest = fewer;
        }
      }
    }
    return fewest;
  }
}
