package com.truevault.traffic;

import com.truevault.agent.PeerSighting;
import com.truevault.device.DeviceId;
import com.truevault.traffic.TrafficStore.Counter;
import com.truevault.traffic.TrafficStore.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One device on one server: as it stood before, and as it was seen now. */
record Standing(Counter before, PeerSighting sighting, Instant at) {
  private static final Duration LONGEST = Duration.ofDays(3650);

  /** Whether numbers make sense; those of a broken agent would spoil the others' report. */
  static boolean isCredible(PeerSighting sighting) {
    Duration age = sighting.handshakeAge();
    return isCredible(sighting.receivedBytes())
        && isCredible(sighting.sentBytes())
        && (age == null || (!age.isNegative() && age.compareTo(LONGEST) < 0));
  }

  static Instant coarse(Instant at) {
    long step = Traffic.COARSE.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), step) * step);
  }

  DeviceId device() {
    return before.device();
  }

  /** Whether there is anything to note. */
  boolean isNews() {
    return !counted().equals(before.bytes())
        || !Objects.equals(handshakeAt(), before.handshakeAt());
  }

  boolean isConnected() {
    Duration age = sighting.handshakeAge();
    return age != null && age.compareTo(Traffic.CONNECTED) < 0;
  }

  Instant lastSeen() {
    Instant handshake = handshakeAt();
    return coarse(handshake == null ? at : handshake);
  }

  Reading reading() {
    return new Reading(
        new Counter(device(), counted(), handshakeAt()), counted().since(before.bytes()));
  }

  private Bytes counted() {
    return new Bytes(sighting.sentBytes(), sighting.receivedBytes());
  }

  private @Nullable Instant handshakeAt() {
    Duration age = sighting.handshakeAge();
    Instant known = before.handshakeAt();
    if (age == null) {
      return known;
    }
    Instant seen = at.minus(age);
    return known == null || seen.isAfter(known) ? seen : known;
  }

  private static boolean isCredible(long bytes) {
    return bytes >= 0 && bytes <= Bytes.MOST;
  }
}
