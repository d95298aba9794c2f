package com.truevault.wireguard.agent;

import com.truevault.agent.AgentReport;
import com.truevault.agent.Refusal;
import com.truevault.agent.RefusalKind;
import com.truevault.peer.ListVersion;
import com.truevault.peer.PeerList;
import com.truevault.wireguard.PublicKey;
import com.truevault.wireguard.agent.Troubles.Area;
import com.truevault.wireguard.list.Reading;
import com.truevault.wireguard.network.Difference;
import com.truevault.wireguard.network.InterfaceState;
import com.truevault.wireguard.network.Kernel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the kernel equal to the last good list. Everything is compared with what the kernel says at
 * that moment, never with what was applied before. Safe for use by many threads, one at a time.
 */
final class Agent {
  static final Duration COMPARE_EVERY = Duration.ofSeconds(20);
  static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final ListGate gate;
  private final ListArchive archive;
  private final Kernel kernel;
  private final Clocks clocks;
  private final Consumer<String> log;
  private final Troubles troubles;
  private final Sightings sightings = new Sightings();
  private final Bell changes = new Bell();

  private AgentState state = AgentState.NONE;
  private Reading.@Nullable Complete inForce;
  private @Nullable Enforcement enforcement;
  private @Nullable ListVersion applied;
  private @Nullable Instant appliedAt;
  private InterfaceState seen = InterfaceState.UNKNOWN;
  private int index;
  private int strangers;
  private boolean isStopped;
  private byte @Nullable [] unkept;
  private long nextCompare;

  Agent(PanelIdentity panel, Path folder, Kernel kernel, Clocks clocks, Consumer<String> log) {
    this.gate = new ListGate(panel);
    this.archive = new ListArchive(folder);
    this.kernel = kernel;
    this.clocks = clocks;
    this.log = log;
    this.troubles = new Troubles(log);
    this.nextCompare = clocks.nanos().getAsLong();
  }

  /** Rung when there is something new to report. */
  Bell changes() {
    return changes;
  }

  /** The version that need not be sent again; null if none. */
  synchronized @Nullable ListVersion version() {
    return inForce == null ? null : inForce.list().version();
  }

  /** Applies the list that was kept, even if it expired: what was right stays until told. */
  synchronized void start() {
    try {
      state = archive.state();
    } catch (IOException e) {
      troubles.note(Area.DISK, RefusalKind.DISK_FAILED, "state: " + e.getMessage(), null);
    }
    try {
      byte[] kept = archive.list();
      if (kept != null) {
        restart(gate.reopen(kept));
      }
    } catch (IOException e) {
      troubles.note(Area.DISK, RefusalKind.DISK_FAILED, "list: " + e.getMessage(), null);
    }
  }

  private void restart(Reading kept) {
    if (kept instanceof Reading.Complete complete) {
      state = state.atLeast(complete.list().version());
      put(complete);
      converge("started with the list that was kept");
    } else {
      troubles.note(
          Area.DISK,
          RefusalKind.DISK_FAILED,
          "the list that was kept is damaged and not used; nothing changes until the panel answers",
          null);
    }
  }

  /** Takes an answer of the panel. */
  synchronized Decision receive(Answer answer) {
    PeerList before = inForce == null ? null : inForce.list();
    Reference reference = new Reference(state.newest(), before, state.departures());
    Decision decision = gate.decide(answer, reference, clocks.now());
    if (decision instanceof Decision.Refused refused) {
      ringIf(troubles.note(Area.LIST, refused.refusal()));
    } else {
      troubles.clear(Area.LIST);
    }
    if (decision instanceof Decision.Accepted accepted) {
      accept(accepted, before, ((Answer.Received) answer).body());
    }
    return decision;
  }

  private void accept(Decision.Accepted accepted, @Nullable PeerList before, byte[] signed) {
    PeerList next = accepted.reading().list();
    Departures departures =
        state.departures().after(before, next, accepted.isConfirmedShrinkage(), clocks.now());
    state = new AgentState(next.version(), departures);
    unkept = signed;
    keep();
    put(accepted.reading());
    converge("received");
    changes.ring();
  }

  private void keep() {
    if (unkept == null) {
      return;
    }
    try {
      archive.save(unkept, state);
      unkept = null;
      troubles.clear(Area.DISK);
    } catch (IOException e) {
      troubles.note(
          Area.DISK,
          RefusalKind.DISK_FAILED,
          "the list is applied but not kept: " + e.getMessage(),
          state.newest());
    }
  }

  private void put(Reading.Complete reading) {
    inForce = reading;
    enforcement = new Enforcement(reading, state.departures());
    if (reading.unparsable().isEmpty()) {
      troubles.clear(Area.PEERS);
    } else {
      troubles.note(
          Area.PEERS,
          RefusalKind.UNPARSABLE_PEER,
          reading.unparsable().size() + " entries; " + reading.unparsable().get(0).text(),
          reading.list().version());
    }
  }

  /** Compares with the kernel if it is time, or the interface was made anew. */
  synchronized void watch() {
    int now = kernel.index();
    if (now != index) {
      converge("the interface was made anew");
    } else if (clocks.nanos().getAsLong() - nextCompare >= 0) {
      // A disk that was full may have room again long before the next list comes.
      keep();
      converge("found otherwise");
    }
  }

  /** Changes nothing from now on; returns once a change that was under way is finished. */
  synchronized void stop() {
    isStopped = true;
  }

  private void converge(String cause) {
    if (isStopped) {
      return;
    }
    nextCompare = clocks.nanos().getAsLong() + COMPARE_EVERY.toNanos();
    try {
      index = kernel.index();
      seen = kernel.read();
      if (inForce != null && enforcement != null) {
        converge(inForce.list(), enforcement, cause);
      }
      troubles.clear(Area.INTERFACE);
    } catch (IOException e) {
      nextCompare = clocks.nanos().getAsLong() + RETRY_AFTER.toNanos();
      if (index == 0) {
        seen = InterfaceState.UNKNOWN;
      }
      ringIf(
          troubles.note(Area.INTERFACE, RefusalKind.INTERFACE_FAILED, e.getMessage(), version()));
    }
  }

  private void ringIf(boolean isNews) {
    if (isNews) {
      changes.ring();
    }
  }

  private void converge(PeerList list, Enforcement rule, String cause) throws IOException {
    Difference difference = rule.difference(seen);
    if (!difference.isEmpty()) {
      change(rule, difference);
      log.accept(
          "%s, applied %s: %d set, %d removed"
              .formatted(
                  cause, list.version(), difference.set().size(), difference.remove().size()));
    }
    if (kernel.prepare(list.plan(), seen)) {
      log.accept("the interface got its address, MTU, key or port");
      seen = kernel.read();
    }
    if (!list.version().equals(applied)) {
      applied = list.version();
      appliedAt = clocks.now();
    }
    noteStrangersAndAge(list);
  }

  private void change(Enforcement rule, Difference difference) throws IOException {
    sightings.partWith(difference.remove(), seen);
    kernel.change(difference);
    seen = kernel.read();
    changes.ring();
    Difference left = rule.difference(seen);
    if (!left.isEmpty()) {
      throw new IOException(
          "the interface did not take %d peers and kept %d that must go"
              .formatted(left.set().size(), left.remove().size()));
    }
  }

  private void noteStrangersAndAge(PeerList list) {
    int found = presence().unexpected();
    if (found != strangers) {
      log.accept(found + " peers are on the interface and on no list");
      strangers = found;
      changes.ring();
    }
    if (clocks.now().isBefore(list.expiresAt())) {
      troubles.clear(Area.AGE);
    } else {
      troubles.note(
          Area.AGE,
          RefusalKind.EXPIRED,
          "the list in force expired at " + list.expiresAt() + " and stays until a new one comes",
          list.version());
    }
  }

  private AgentReport.Presence presence() {
    return enforcement == null
        ? new AgentReport.Presence(
            0, 0, seen.peers().size(), java.util.List.of(), java.util.List.of())
        : enforcement.presence(seen);
  }

  /** What there is to report now. */
  synchronized Report report(String software) {
    Instant now = clocks.now();
    Set<PublicKey> known = enforcement == null ? Set.of() : enforcement.wanted();
    Map<PublicKey, Sightings.Counters> counters = sightings.changed(seen, known);
    AgentReport.Node node =
        new AgentReport.Node(seen.publicKey(), seen.port(), archive.freeBytes(), Duration.ZERO);
    AgentReport content =
        new AgentReport(
            software,
            applied,
            appliedAt,
            presence(),
            node,
            troubles.worst(),
            Sightings.of(counters, now));
    return new Report(content, now, counters);
  }

  /** Notes that a report arrived. */
  synchronized void acknowledge(Report report) {
    sightings.acknowledge(report.counters(), seen);
  }

  /** The worst that is wrong at the moment; null if nothing is. */
  synchronized @Nullable Refusal trouble() {
    return troubles.worst();
  }
}
