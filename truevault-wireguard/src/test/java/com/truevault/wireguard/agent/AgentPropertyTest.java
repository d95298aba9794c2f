package com.truevault.wireguard.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.truevault.wireguard.Peer;
import com.truevault.wireguard.PublicKey;
import com.truevault.wireguard.network.InterfaceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever lists come and wherever the agent is killed: in the end the kernel is the list. */
@Tag("slow")
class AgentPropertyTest {
  private static final int SEQUENCES = 3_000;
  private static final int LONGEST = 12;
  private static final int POPULATION = 14;

  /** Where flushing costs nothing: it is not what is tried here. */
  private static final Path MEMORY = Path.of("/dev/shm");

  @TempDir Path disk;

  @Test
  void anySequenceOfListsAndCrashesLeavesTheKernelEqualToTheList() throws IOException {
    Path folder = Files.isWritable(MEMORY) ? Files.createTempDirectory(MEMORY, "agent") : disk;
    for (int seed = 0; seed < SEQUENCES; seed++) {
      Path state = folder.resolve("state" + seed);
      new Sequence(seed, state).run();
      for (String name : List.of(ListArchive.LIST, ListArchive.STATE)) {
        Files.deleteIfExists(state.resolve(name));
      }
      Files.deleteIfExists(state);
    }
    Files.deleteIfExists(folder);
  }

  /** One life of a server. */
  private static final class Sequence {
    private final Lists lists = new Lists();
    private final SettableClocks time = new SettableClocks();
    private final InMemoryKernel kernel = new InMemoryKernel();
    private final Random random;
    private final Path state;
    private final String name;
    private List<Peer> peers = new ArrayList<>();
    private long generation;
    private Agent agent;
    private boolean isStarted;

    private Sequence(int seed, Path state) {
      this.random = new Random(seed);
      this.state = state;
      this.name = "sequence of seed " + seed;
      this.agent = fresh();
    }

    private Agent fresh() {
      return new Agent(lists.identity, state, kernel, time.clocks(), event -> {});
    }

    private void run() throws IOException {
      for (int step = random.nextInt(LONGEST); step >= 0; step--) {
        survive();
      }
      kernel.crashAt(point -> false);
      agent = fresh();
      agent.start();
      deliver();
      InterfaceState seen = kernel.read();
      Set<PublicKey> wanted = new HashSet<>();
      for (Peer peer : peers) {
        wanted.add(peer.publicKey());
        assertEquals(true, seen.has(peer), name);
      }
      assertEquals(wanted, seen.peers().keySet(), name);
    }

    private void survive() {
      int killedAt = random.nextBoolean() ? 1 + random.nextInt(12) : Integer.MAX_VALUE;
      kernel.crashAt(point -> point == killedAt);
      try {
        if (!isStarted) {
          agent.start();
          isStarted = true;
        }
        act();
      } catch (InMemoryKernel.Killed killed) {
        agent = fresh();
        isStarted = false;
      }
    }

    private void act() {
      switch (random.nextInt(6)) {
        case 0 -> {
          kernel.recreate();
          agent.watch();
        }
        case 1 -> {
          if (!peers.isEmpty()) {
            kernel.removeByHand(peers.get(0).publicKey());
          }
          time.pass(Agent.COMPARE_EVERY);
          agent.watch();
        }
        case 2 -> time.pass(Duration.ofHours(2));
        default -> {
          change();
          deliver();
        }
      }
    }

    /** Some come, some leave, some get another key for their address. */
    private void change() {
      List<Peer> next = new ArrayList<>();
      for (int number = 2; number < POPULATION; number++) {
        int fate = random.nextInt(10);
        if (fate < 6) {
          next.add(Lists.peer(number));
        } else if (fate < 8) {
          Peer before = Lists.peer(number);
          next.add(
              new Peer(
                  Lists.publicKey(number + 100 * (1 + random.nextInt(3))),
                  before.presharedKey(),
                  before.allowedIps()));
        }
      }
      if (!next.isEmpty()) {
        peers = next;
        generation++;
      }
    }

    private void deliver() {
      if (generation > 0) {
        com.truevault.peer.Shrinkage word =
            new com.truevault.peer.Shrinkage("admin", time.now(), 1);
        agent.receive(lists.answer(lists.list(generation, peers, time.now(), word)));
      }
    }
  }
}
