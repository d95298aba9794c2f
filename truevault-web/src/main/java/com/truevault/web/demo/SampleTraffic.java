package com.truevault.web.demo;

import com.truevault.TrueVault;
import com.truevault.agent.PeerSighting;
import com.truevault.device.Device;
import com.truevault.server.ServerKey;
import com.truevault.store.DataFile;
import com.truevault.user.EmailAddress;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What agents of the demo's servers would report of its devices: a phone that is always on, a
 * laptop at work, and a tablet that nobody has set up yet. It follows from the clock alone.
 */
final class SampleTraffic {
  private static final ServerKey SERVER = new ServerKey(SampleServers.FIRST);
  private static final int DAYS = 30;
  private static final long MEGABYTE = 1_000_000;

  private final TrueVault vault;
  private final InstantSource clock;

  SampleTraffic(TrueVault vault, InstantSource clock) {
    this.vault = vault;
    this.clock = clock;
  }

  /** The last thirty days in one transaction: hours where they are shown, else every six. */
  void fillHistory() {
    Instant now = clock.instant();
    Instant first = now.minus(DAYS, ChronoUnit.DAYS);
    vault
        .storage()
        .transactions()
        .run(
            DataFile.DEVICES,
            () ->
                IntStream.rangeClosed(1, DAYS * 24)
                    .filter(hour -> hour % 6 == 0 || hour > (DAYS - 1) * 24)
                    .mapToObj(hour -> first.plus(hour, ChronoUnit.HOURS))
                    .forEach(at -> report(first, at)));
  }

  /** Reports as an agent does whose interface was made at that moment. */
  void reportSince(Instant start) {
    report(start, clock.instant());
  }

  /** The time now. */
  Instant now() {
    return clock.instant();
  }

  private void report(Instant start, Instant at) {
    List<PeerSighting> sightings =
        vault
            .users()
            .findByEmail(EmailAddress.of(DemoSignIns.CUSTOMER))
            .filter(user -> vault.entitlements().of(user).allowed())
            .map(vault.devices()::of)
            .orElse(List.of())
            .stream()
            .filter(Device::enabled)
            .flatMap(device -> sighting(device, start, at))
            .toList();
    vault.traffic().seen(SERVER, at, sightings);
  }

  private static Stream<PeerSighting> sighting(Device device, Instant start, Instant at) {
    return Arrays.stream(Habit.values())
        .filter(habit -> habit.device.equals(device.profile().name()))
        .map(
            habit -> {
              long down = habit.carried(start, at);
              Duration age = habit.isOnAt(at) ? Duration.ofSeconds(40) : null;
              return new PeerSighting(device.publicKey(), age, down / 9, down);
            });
  }

  /** How somebody uses a device. */
  private enum Habit {
    ALWAYS_ON(SampleData.PHONE, 0),
    AT_WORK(SampleData.LAPTOP, 31);

    private final String device;
    private final long salt;

    Habit(String device, long salt) {
      this.device = device;
      this.salt = salt;
    }

    boolean isOnAt(Instant at) {
      ZonedDateTime time = at.atZone(ZoneOffset.UTC);
      boolean isWork = isWorkday(time) && time.getHour() >= 8 && time.getHour() < 18;
      return this == ALWAYS_ON || isWork;
    }

    /** Bytes since an interface was made, to the second. */
    long carried(Instant start, Instant at) {
      long bytes = 0;
      for (Instant hour = start.truncatedTo(ChronoUnit.HOURS);
          hour.isBefore(at);
          hour = hour.plus(1, ChronoUnit.HOURS)) {
        Instant from = hour.isBefore(start) ? start : hour;
        Instant next = hour.plus(1, ChronoUnit.HOURS);
        Instant to = next.isAfter(at) ? at : next;
        bytes += inAnHour(hour) * Duration.between(from, to).toSeconds() / 3600;
      }
      return bytes;
    }

    private long inAnHour(Instant hour) {
      if (!isOnAt(hour)) {
        return 0;
      }
      int clockHour = hour.atZone(ZoneOffset.UTC).getHour();
      int evening = clockHour >= 18 && clockHour < 23 ? 5 : clockHour >= 7 ? 2 : 0;
      int megabytes = this == ALWAYS_ON ? 4 + 45 * evening : 260;
      long ofTheDay = 30 + whim(hour.getEpochSecond() / 86_400);
      long ofTheHour = 30 + whim(hour.getEpochSecond() / 3600);
      return megabytes * MEGABYTE * ofTheDay * ofTheHour / 10_000;
    }

    /** 0 to 139, the same for the same number. */
    private long whim(long number) {
      return (((number + salt) * 0x9E3779B97F4A7C15L) >>> 40) % 140;
    }

    private static boolean isWorkday(ZonedDateTime time) {
      return time.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }
  }
}
