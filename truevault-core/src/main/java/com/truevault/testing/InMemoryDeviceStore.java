package com.truevault.testing;

import com.truevault.device.Device;
import com.truevault.device.DeviceId;
import com.truevault.device.DeviceStore;
import com.truevault.device.PublicKeyTakenException;
import com.truevault.server.ServerKey;
import com.truevault.store.DataFile;
import com.truevault.user.UserId;
import com.truevault.wireguard.PublicKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

final class InMemoryDeviceStore implements DeviceStore {
  private final InMemoryTransactions transactions;
  private final InMemoryTable<Device> rows;
  private final InMemoryTable<PublicKey> retired;
  private final InMemoryConfigurationStore configurations;
  private final InMemoryTrafficStore traffic;

  InMemoryDeviceStore(InMemoryTransactions transactions) {
    this.transactions = transactions;
    this.rows = new InMemoryTable<>(transactions, DataFile.DEVICES);
    this.retired = new InMemoryTable<>(transactions, DataFile.DEVICES);
    this.configurations = new InMemoryConfigurationStore(transactions, rows);
    this.traffic = new InMemoryTrafficStore(transactions, rows);
  }

  InMemoryConfigurationStore configurations() {
    return configurations;
  }

  InMemoryTrafficStore traffic() {
    return traffic;
  }

  @Override
  public void add(Device device, Instant at) {
    transactions.run(
        DataFile.DEVICES,
        () -> {
          if (find(device.id()).isPresent()) {
            throw new IllegalStateException("device " + device.id() + " is there already");
          }
          refuseTaken(device);
          rows.add(device);
        });
  }

  @Override
  public Optional<Device> find(DeviceId id) {
    return rows.first(row -> row.id().equals(id));
  }

  @Override
  public List<Device> ofUser(UserId user) {
    return rows.all().filter(row -> row.user().equals(user)).toList();
  }

  @Override
  public List<Naming> namesOf(UserId user) {
    return ofUser(user).stream().map(Naming::of).toList();
  }

  @Override
  public List<UserId> owners(long after, int limit) {
    return rows.all()
        .map(Device::user)
        .filter(user -> user.value() > after)
        .sorted(Comparator.comparingLong(UserId::value))
        .distinct()
        .limit(limit)
        .toList();
  }

  @Override
  public long newest() {
    return rows.rows().isEmpty() ? 0 : rows.rows().lastKey();
  }

  @Override
  public List<Addition> additions(long after, int limit) {
    return rows.rows().tailMap(after, false).entrySet().stream()
        .map(row -> new Addition(row.getKey(), row.getValue().user()))
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Device> findByKey(PublicKey key) {
    return rows.first(row -> row.publicKey().equals(key));
  }

  @Override
  public Map<ServerKey, Long> countByServer() {
    return rows.all().collect(Collectors.groupingBy(Device::server, Collectors.counting()));
  }

  @Override
  public long count() {
    return rows.rows().size();
  }

  @Override
  public boolean update(Device device, Instant at) {
    return transactions.write(
        DataFile.DEVICES,
        () -> {
          refuseTaken(device);
          return rows.change(row -> row.id().equals(device.id()), row -> device) > 0;
        });
  }

  @Override
  public boolean remove(DeviceId id) {
    return transactions.write(
        DataFile.DEVICES,
        () -> {
          configurations.dropOf(id);
          traffic.dropOf(id);
          return rows.remove(row -> row.id().equals(id)) > 0;
        });
  }

  @Override
  public void retire(PublicKey key, Instant at) {
    transactions.run(
        DataFile.DEVICES,
        () -> {
          if (!isRetired(key)) {
            retired.add(key);
          }
        });
  }

  @Override
  public boolean isRetired(PublicKey key) {
    return retired.has(key::equals);
  }

  private void refuseTaken(Device wanted) {
    for (Device other : rows.rows().values()) {
      if (!other.id().equals(wanted.id())) {
        if (other.publicKey().equals(wanted.publicKey())) {
          throw new PublicKeyTakenException();
        }
        if (other.address().offset() == wanted.address().offset() || isNamesake(other, wanted)) {
          throw new IllegalStateException(
              "address or name of device " + wanted.id() + " is " + other.id() + "'s");
        }
      }
    }
  }

  private static boolean isNamesake(Device one, Device other) {
    return one.user().equals(other.user())
        && (one.profile().name().equals(other.profile().name())
            || one.tunnelName().equals(other.tunnelName()));
  }
}
