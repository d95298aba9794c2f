package com.truevault.wireguard.agent;

import com.truevault.peer.ListVersion;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the list: by long poll, so that a change comes at once; without waiting after a failure,
 * so that a proxy that cuts long answers off delays lists but does not stop them.
 */
final class Poller implements Recurring {
  static final Duration WAIT = Duration.ofSeconds(50);
  static final Duration REPAIR = Duration.ofSeconds(60);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  private final PanelClient panel;
  private final Agent agent;
  private final Clocks clocks;
  private final RandomGenerator random;

  private int failures;
  private boolean isRepairing;
  private @Nullable ListVersion refused;

  Poller(PanelClient panel, Agent agent, Clocks clocks, RandomGenerator random) {
    this.panel = panel;
    this.agent = agent;
    this.clocks = clocks;
    this.random = random;
  }

  @Override
  public Duration step() {
    ListVersion passedOver = refused;
    refused = null;
    boolean waits = !isRepairing;
    long start = clocks.nanos().getAsLong();
    Answer answer =
        panel.peers(
            passedOver == null ? agent.version() : passedOver, waits ? WAIT : Duration.ZERO);
    Duration took = Duration.ofNanos(clocks.nanos().getAsLong() - start);
    if (passedOver != null && answer instanceof Answer.Received same && same.status() == 304) {
      // Nothing came after the refused list. It is asked for again: reasons pass.
      return rest(waits, took);
    }
    Decision decision = agent.receive(answer);
    if (decision instanceof Decision.Refused refusal) {
      return afterRefusal(refusal.refusal().version());
    }
    if (waits) {
      failures = 0;
    }
    isRepairing = false;
    return decision instanceof Decision.Accepted ? Duration.ZERO : rest(waits, took);
  }

  /** A refused list is passed over once, so that the one after it comes at once. */
  private Duration afterRefusal(@Nullable ListVersion version) {
    refused = version;
    isRepairing = version == null && !isRepairing;
    failures++;
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 6));
    return jittered(version != null ? FIRST_PAUSE : pause.compareTo(REPAIR) < 0 ? pause : REPAIR);
  }

  /** A panel that does not hold answers back is not asked without a pause. */
  private Duration rest(boolean waits, Duration took) {
    return waits && took.compareTo(WAIT.dividedBy(2)) < 0 ? jittered(REPAIR) : Duration.ZERO;
  }

  private Duration jittered(Duration longest) {
    long millis = longest.toMillis();
    return Duration.ofMillis(millis / 2 + random.nextLong(millis / 2 + 1));
  }
}
