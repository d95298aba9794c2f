package com.truevault.agent;

import com.truevault.agent.Delivery.Differences;
import com.truevault.agent.Delivery.Wanted;
import com.truevault.device.DeviceStore;
import com.truevault.outbox.Effects;
import com.truevault.peer.ListVersion;
import com.truevault.peer.PeerList;
import com.truevault.peer.PeerLists;
import com.truevault.server.ServerKey;
import com.truevault.store.DataFile;
import com.truevault.wireguard.Peer;
import com.truevault.wireguard.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes what agents report and compares it with what the panel wants. Thread-safe. */
public final class AgentReports {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final AgentStore store;
  private final DeviceStore devices;
  private final PeerLists lists;
  private final SightingSink sink;
  private final Effects effects;

  /**
   * Keeps reports in the given store.
   *
   * @param sink where sightings go
   */
  public AgentReports(
      AgentStore store, DeviceStore devices, PeerLists lists, SightingSink sink, Effects effects) {
    this.store = store;
    this.devices = devices;
    this.lists = lists;
    this.sink = sink;
    this.effects = effects;
  }

  /** Takes a report of the agent of a server. */
  public void receive(ServerKey server, AgentReport report) {
    Instant now = effects.now();
    effects.run(DataFile.SERVERS, out -> store.put(new ReceivedReport(server, now, report)));
    ListVersion applied = report.applied();
    if (applied != null) {
      lists.applied(server, applied);
    }
    sink.seen(server, now, report.sightings());
  }

  /** The last report of the agent of a server, without sightings. */
  public Optional<ReceivedReport> last(ServerKey server) {
    return store.findReport(server);
  }

  /** The last report of every agent, without sightings. */
  public List<ReceivedReport> all() {
    return store.reports();
  }

  /** Whether what the panel wants on a server is there. */
  public Delivery delivery(ServerKey server) {
    PeerList list = lists.current(server).orElse(null);
    ReceivedReport report = store.findReport(server).orElse(null);
    ListVersion applied = report == null ? null : report.report().applied();
    return new Delivery(
        server,
        store.find(server).map(Agent::enrolledAt).orElse(null),
        list == null ? null : new Wanted(list.version(), list.peers().size(), list.issuedAt()),
        report,
        behindFor(lists.behindSince(server, applied)),
        list == null || report == null ? Differences.NONE : differences(list, report.report()));
  }

  /**
   * The servers whose newest list wants a peer, and whether it is there, as far as was reported; a
   * peer that was wanted in the last seconds counts as there.
   */
  public Map<ServerKey, Boolean> holders(PublicKey key) {
    Map<ServerKey, Boolean> holders = new HashMap<>();
    for (ReceivedReport received : store.reports()) {
      ServerKey server = received.server();
      AgentReport report = received.report();
      if (lists.current(server).filter(list -> isOn(list, key)).isPresent()) {
        boolean isUpToDate =
            report.applied() != null
                && behindFor(lists.behindSince(server, report.applied())).compareTo(SOON) < 0;
        holders.put(server, isUpToDate && !report.presence().missing().contains(key));
      }
    }
    return holders;
  }

  private static boolean isOn(PeerList list, PublicKey key) {
    List<Peer> peers = list.peers();
    int low = 0;
    int high = peers.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = peers.get(middle).publicKey().base64().compareTo(key.base64());
      if (order == 0) {
        return true;
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return false;
  }

  private Duration behindFor(@Nullable Instant since) {
    return since == null ? Duration.ZERO : Duration.between(since, effects.now());
  }

  private Differences differences(PeerList list, AgentReport report) {
    if (report.presence().missing().isEmpty() && report.presence().strangers().isEmpty()) {
      return Differences.NONE;
    }
    Set<PublicKey> wanted =
        list.peers().stream().map(Peer::publicKey).collect(Collectors.toUnmodifiableSet());
    List<PublicKey> unpaid = new ArrayList<>();
    List<PublicKey> foreign = new ArrayList<>();
    for (PublicKey stranger : report.presence().strangers()) {
      if (!wanted.contains(stranger)) {
        (isDevices(stranger) ? unpaid : foreign).add(stranger);
      }
    }
    return new Differences(
        report.presence().missing().stream().filter(wanted::contains).toList(), unpaid, foreign);
  }

  private boolean isDevices(PublicKey key) {
    return devices.findByKey(key).isPresent() || devices.isRetired(key);
  }
}
