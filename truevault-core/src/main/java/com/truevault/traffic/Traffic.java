package com.truevault.traffic;

import com.truevault.agent.PeerSighting;
import com.truevault.agent.SightingSink;
import com.truevault.device.Device;
import com.truevault.device.DeviceId;
import com.truevault.device.Devices;
import com.truevault.outbox.Effects;
import com.truevault.server.ServerKey;
import com.truevault.setting.SettingKey;
import com.truevault.setting.Settings;
import com.truevault.store.DataFile;
import com.truevault.user.User;
import com.truevault.wireguard.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes presence and traffic out of what agents saw. Where devices connect from is not among it.
 * Safe for use by many threads.
 */
public final class Traffic implements SightingSink {
  /** A device whose last handshake is younger is connected: a client renews its own before. */
  public static final Duration CONNECTED = Duration.ofMinutes(3);

  /** How finely people are told when a device was seen. */
  public static final Duration COARSE = Duration.ofMinutes(5);

  private static final Duration RECENT = Duration.ofDays(1);
  private static final Duration HOURS_KEPT = Duration.ofDays(14);
  private static final int PURGED_AT_ONCE = 5_000;

  // What is known of a handshake is as old as the last report. An agent that reports each minute
  // is given half a minute more, or devices would seem to leave between two of its reports.
  private static final Duration UNHEARD = CONNECTED.plusSeconds(90);

  private final TrafficStore store;
  private final Devices devices;
  private final Settings settings;
  private final Effects effects;

  /** Keeps traffic in the given store. */
  public Traffic(TrafficStore store, Devices devices, Settings settings, Effects effects) {
    this.store = store;
    this.devices = devices;
    this.settings = settings;
    this.effects = effects;
  }

  /** One transaction for the whole report; peers that are no devices of users are left out. */
  @Override
  public void seen(ServerKey server, Instant at, List<PeerSighting> sightings) {
    Map<PublicKey, PeerSighting> peers =
        sightings.stream()
            .filter(Standing::isCredible)
            .collect(
                Collectors.toMap(
                    PeerSighting::publicKey, Function.identity(), (first, second) -> second));
    effects.run(
        DataFile.DEVICES,
        out -> {
          List<Standing> standings =
              store.counters(server, peers.keySet()).entrySet().stream()
                  .map(
                      known ->
                          new Standing(
                              known.getValue(),
                              Objects.requireNonNull(peers.get(known.getKey())),
                              at))
                  .toList();
          store.count(
              server,
              at,
              standings.stream().filter(Standing::isNews).map(Standing::reading).toList());
          store.connected(
              standings.stream()
                  .filter(Standing::isConnected)
                  .collect(Collectors.toMap(Standing::device, Standing::lastSeen)));
          Instant limit = at.minus(CONNECTED);
          // What other servers reported is older.
          store.disconnect(server, limit.minus(RECENT), limit, at.minus(UNHEARD));
        });
  }

  /**
   * Marks as not connected what no server has seen for some minutes, be it that nobody reports;
   * returns how many devices that were.
   */
  public int sweep() {
    return store.disconnect(effects.now().minus(UNHEARD));
  }

  /** Removes history that is older than the operator wants it. */
  public void purge() {
    Instant now = effects.now();
    int days = settings.number(SettingKey.TRAFFIC_RETENTION_DAYS);
    purge(Span.HOUR, Span.HOUR.start(now).minus(HOURS_KEPT));
    purge(Span.HOUR, Span.DAY.start(now, -days));
    purge(Span.DAY, Span.DAY.start(now, -days));
  }

  /**
   * What one of a user's own devices carried.
   *
   * @throws com.truevault.TrueVaultException NOT_FOUND if the user has no such device
   */
  public Usage usage(User user, DeviceId id, Period period) {
    Device device = devices.require(user, id);
    Instant now = effects.now();
    Instant from = period.span().start(now, 1 - period.spans());
    return Usage.of(period, store.history(device.id(), period.span(), from), now);
  }

  /** What each of a user's devices carried since the month began, in UTC; idle ones are absent. */
  public Map<DeviceId, Bytes> thisMonth(User user) {
    Instant month =
        effects
            .now()
            .atOffset(ZoneOffset.UTC)
            .toLocalDate()
            .withDayOfMonth(1)
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant();
    return store.totals(user.id(), month);
  }

  /**
   * The servers on which one of a user's own devices was in the last 24 hours, newest first. More
   * than one at this moment means that it has just moved, or that its key is used twice.
   *
   * @throws com.truevault.TrueVaultException NOT_FOUND if the user has no such device
   */
  public List<Encounter> encounters(User user, DeviceId id) {
    Device device = devices.require(user, id);
    Instant now = effects.now();
    return store.handshakes(device.id()).entrySet().stream()
        .filter(shaken -> shaken.getValue().isAfter(now.minus(RECENT)))
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(
            shaken ->
                new Encounter(
                    shaken.getKey(),
                    Standing.coarse(shaken.getValue()),
                    shaken.getValue().isAfter(now.minus(CONNECTED))))
        .toList();
  }

  private void purge(Span span, Instant before) {
    int removed;
    do {
      // Others get their turn between two transactions.
      removed = store.purge(span, before, PURGED_AT_ONCE);
    } while (removed == PURGED_AT_ONCE);
  }
}
