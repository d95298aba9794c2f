package com.truevault.wireguard.agent;

import static com.truevault.wireguard.agent.Lists.peers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.agent.RefusalKind;
import com.truevault.peer.ListVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PollerTest {
  private static final Answer NOT_MODIFIED = new Answer.Received(304, new byte[0]);
  private static final Answer GONE = new Answer.Unreachable("connection refused");

  @TempDir Path folder;
  private final Lists lists = new Lists();
  private final SettableClocks time = new SettableClocks();
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();
  private Duration held = Duration.ofSeconds(50);

  @Test
  void asksAgainAtOnceAsLongAsThePanelHoldsAnswersBack() {
    Poller poller = poller();
    answers.add(lists.answer(lists.list(1, peers(2, 12))));
    answers.add(NOT_MODIFIED);
    assertEquals(Duration.ZERO, poller.step());
    assertEquals(Duration.ZERO, poller.step());
    assertEquals(List.of("null for 50", "1.1 for 50"), asked);
  }

  @Test
  void restsAMinuteIfThePanelHoldsNothingBack() {
    held = Duration.ofMillis(20);
    Poller poller = poller();
    answers.add(NOT_MODIFIED);
    assertBetween(30, 60, poller.step());
  }

  @Test
  void waitsLongerAfterEachFailureButNeverOverAMinute() {
    Poller poller = poller();
    for (int i = 0; i < 12; i++) {
      answers.add(GONE);
    }
    assertBetween(0, 1, poller.step());
    assertBetween(1, 2, poller.step());
    assertBetween(2, 4, poller.step());
    for (int i = 0; i < 8; i++) {
      assertTrue(poller.step().compareTo(Poller.REPAIR) <= 0);
    }
    assertBetween(30, 60, poller.step());
  }

  @Test
  void asksWithoutWaitingAfterALongPollFailed() {
    Poller poller = poller();
    answers.add(GONE);
    answers.add(NOT_MODIFIED);
    answers.add(NOT_MODIFIED);
    poller.step();
    assertEquals(Duration.ZERO, poller.step());
    poller.step();
    assertEquals(List.of("null for 50", "null for 0", "null for 50"), asked);
  }

  @Test
  void waitsForTheListAfterARefusedOneAndTriesThatAgain() {
    Agent agent = agent();
    Poller poller = poller(agent);
    answers.add(lists.answer(lists.list(1, peers(2, 102))));
    answers.add(lists.answer(lists.list(2, peers(2, 12))));
    answers.add(NOT_MODIFIED);
    answers.add(lists.answer(lists.list(2, peers(2, 12))));
    for (int i = 0; i < 4; i++) {
      assertTrue(poller.step().compareTo(Duration.ofSeconds(1)) <= 0);
    }
    assertEquals(List.of("null for 50", "1.1 for 50", "1.2 for 50", "1.1 for 50"), asked);
    com.truevault.agent.Refusal trouble = agent.trouble();
    assertEquals(RefusalKind.SHRINKAGE, trouble == null ? null : trouble.kind());
  }

  private Poller poller() {
    return poller(agent());
  }

  private Poller poller(Agent agent) {
    return new Poller(new ScriptedPanel(), agent, time.clocks(), new Random(1));
  }

  private Agent agent() {
    return new Agent(lists.identity, folder, new InMemoryKernel(), time.clocks(), event -> {});
  }

  private static void assertBetween(int from, int to, Duration pause) {
    assertTrue(
        pause.compareTo(Duration.ofSeconds(from)) >= 0
            && pause.compareTo(Duration.ofSeconds(to)) <= 0,
        pause::toString);
  }

  private final class ScriptedPanel implements PanelClient {
    @Override
    public Answer peers(@Nullable ListVersion known, Duration wait) {
      asked.add(known + " for " + wait.toSeconds());
      time.pass(wait.compareTo(held) < 0 ? wait : held);
      return answers.remove();
    }

    @Override
    public void report(byte[] json) throws IOException {
      throw new IOException("not asked for");
    }

    @Override
    public String renewCredential() throws IOException {
      throw new IOException("not asked for");
    }
  }
}
