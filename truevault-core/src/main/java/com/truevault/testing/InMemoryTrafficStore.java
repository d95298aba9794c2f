package com.truevault.testing;

import com.truevault.device.Device;
import com.truevault.device.Device.Presence;
import com.truevault.device.DeviceId;
import com.truevault.server.ServerKey;
import com.truevault.store.DataFile;
import com.truevault.traffic.Bytes;
import com.truevault.traffic.Span;
import com.truevault.traffic.TrafficStore;
import com.truevault.user.UserId;
import com.truevault.wireguard.PublicKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

final class InMemoryTrafficStore implements TrafficStore {
  private final InMemoryTransactions transactions;
  private final InMemoryTable<Device> devices;
  private final InMemoryTable<Row> counters;
  private final InMemoryTable<Sum> sums;

  InMemoryTrafficStore(InMemoryTransactions transactions, InMemoryTable<Device> devices) {
    this.transactions = transactions;
    this.devices = devices;
    this.counters = new InMemoryTable<>(transactions, DataFile.DEVICES);
    this.sums = new InMemoryTable<>(transactions, DataFile.DEVICES);
  }

  @Override
  public Map<PublicKey, Counter> counters(ServerKey server, Collection<PublicKey> keys) {
    Set<PublicKey> wanted = Set.copyOf(keys);
    return devices
        .all()
        .filter(device -> wanted.contains(device.publicKey()))
        .collect(Collectors.toMap(Device::publicKey, device -> counter(server, device.id())));
  }

  @Override
  public void count(ServerKey server, Instant at, List<Reading> readings) {
    transactions.run(
        DataFile.DEVICES, () -> readings.forEach(reading -> count(server, at, reading)));
  }

  @Override
  public void connected(Map<DeviceId, Instant> lastSeen) {
    devices.change(
        device -> lastSeen.containsKey(device.id()),
        device ->
            device.with(
                new Presence(
                    true, later(device.presence().lastSeen(), lastSeen.get(device.id())))));
  }

  @Override
  public int disconnect(Instant limit) {
    return disconnect(
        device -> handshakes(device).values().stream().noneMatch(at -> at.isAfter(limit)));
  }

  @Override
  public int disconnect(ServerKey server, Instant from, Instant limit, Instant elsewhere) {
    return disconnect(
        device -> {
          Map<ServerKey, Instant> handshakes = handshakes(device);
          Instant at = handshakes.remove(server);
          return at != null
              && at.isAfter(from)
              && !at.isAfter(limit)
              && handshakes.values().stream().noneMatch(other -> other.isAfter(elsewhere));
        });
  }

  @Override
  public Map<ServerKey, Instant> handshakes(DeviceId device) {
    return counters
        .all()
        .filter(row -> row.counter().device().equals(device))
        .filter(row -> row.counter().handshakeAt() != null)
        .collect(
            Collectors.toMap(
                Row::server, row -> Objects.requireNonNull(row.counter().handshakeAt())));
  }

  @Override
  public Map<Instant, Bytes> history(DeviceId device, Span span, Instant from) {
    return sums.all()
        .filter(sum -> sum.device().equals(device) && sum.span() == span)
        .filter(sum -> !sum.startsAt().isBefore(from))
        .collect(Collectors.toMap(Sum::startsAt, Sum::bytes));
  }

  @Override
  public Map<DeviceId, Bytes> totals(UserId user, Instant from) {
    Set<DeviceId> owned =
        devices
            .all()
            .filter(device -> device.user().equals(user))
            .map(Device::id)
            .collect(Collectors.toSet());
    return sums.all()
        .filter(sum -> owned.contains(sum.device()) && sum.span() == Span.DAY)
        .filter(sum -> !sum.startsAt().isBefore(from))
        .collect(Collectors.toMap(Sum::device, Sum::bytes, Bytes::plus));
  }

  @Override
  public int purge(Span span, Instant before, int most) {
    return transactions.write(
        DataFile.DEVICES,
        () -> {
          List<Sum> old =
              sums.all()
                  .filter(sum -> sum.span() == span && sum.startsAt().isBefore(before))
                  .limit(most)
                  .toList();
          return sums.remove(old::contains);
        });
  }

  void dropOf(DeviceId device) {
    counters.remove(row -> row.counter().device().equals(device));
    sums.remove(sum -> sum.device().equals(device));
  }

  private Counter counter(ServerKey server, DeviceId device) {
    return counters
        .first(row -> row.is(server, device))
        .map(Row::counter)
        .orElseGet(() -> new Counter(device, Bytes.NONE, null));
  }

  private void count(ServerKey server, Instant at, Reading reading) {
    DeviceId device = reading.counter().device();
    if (!devices.has(row -> row.id().equals(device))) {
      throw new IllegalStateException("no device " + device + " to count for");
    }
    counters.remove(row -> row.is(server, device));
    counters.add(new Row(server, reading.counter()));
    for (Span span : Span.values()) {
      add(new Sum(device, span, span.start(at), reading.carried()));
    }
  }

  private void add(Sum more) {
    if (more.bytes().total() > 0 && sums.change(more::isMoreOf, more::plus) == 0) {
      sums.add(more);
    }
  }

  private int disconnect(Predicate<Device> wanted) {
    return devices.change(
        device -> device.presence().online() && wanted.test(device),
        device -> device.with(new Presence(false, device.presence().lastSeen())));
  }

  private Map<ServerKey, Instant> handshakes(Device device) {
    return handshakes(device.id());
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isAfter(one)) ? other : one;
  }

  private record Row(ServerKey server, Counter counter) {
    boolean is(ServerKey wanted, DeviceId device) {
      return server.equals(wanted) && counter.device().equals(device);
    }
  }

  private record Sum(DeviceId device, Span span, Instant startsAt, Bytes bytes) {
    boolean isMoreOf(Sum other) {
      return device.equals(other.device) && span == other.span && startsAt.equals(other.startsAt);
    }

    Sum plus(Sum other) {
      return new Sum(device, span, startsAt, bytes.plus(other.bytes));
    }
  }
}
