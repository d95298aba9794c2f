package com.truevault.traffic;

import com.truevault.device.DeviceId;
import com.truevault.server.ServerKey;
import com.truevault.user.UserId;
import com.truevault.wireguard.PublicKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counters, traffic and presence of devices, in the devices file. All of it goes with its device.
 */
public interface TrafficStore {

  /**
   * How the counters of one server stood when last noted, by public key. A device that was never
   * counted there stands at nothing; a key that no device has is absent.
   */
  Map<PublicKey, Counter> counters(ServerKey server, Collection<PublicKey> keys);

  /**
   * Notes how the counters of one server stand now, and adds what was carried to the spans in which
   * {@code at} lies; a sum stays at 2^53 when it gets there.
   */
  void count(ServerKey server, Instant at, List<Reading> readings);

  /** Marks devices as connected, and when they were last seen unless that was later. */
  void connected(Map<DeviceId, Instant> lastSeen);

  /**
   * Marks as not connected every device that shook hands with no server after {@code limit};
   * returns how many were marked.
   */
  int disconnect(Instant limit);

  /**
   * Marks as not connected every device whose last handshake with that server was after {@code
   * from} and not after {@code limit}, and with no other server after {@code elsewhere}; returns
   * how many were marked.
   */
  int disconnect(ServerKey server, Instant from, Instant limit, Instant elsewhere);

  /** When a device last shook hands with each server; servers where it never did are absent. */
  Map<ServerKey, Instant> handshakes(DeviceId device);

  /** What a device carried in spans that start at {@code from} or later; empty ones are absent. */
  Map<Instant, Bytes> history(DeviceId device, Span span, Instant from);

  /** What each of a user's devices carried in days from that one on; idle ones are absent. */
  Map<DeviceId, Bytes> totals(UserId user, Instant from);

  /** Removes at most that many sums of spans that start before a moment; returns how many. */
  int purge(Span span, Instant before, int most);

  /**
   * How one device stands with one server.
   *
   * @param bytes since the interface was made
   * @param handshakeAt the last one that is known; null if there was none
   */
  record Counter(DeviceId device, Bytes bytes, @Nullable Instant handshakeAt) {}

  /** How a counter stands now, and what was carried since it was read before. */
  record Reading(Counter counter, Bytes carried) {}
}
