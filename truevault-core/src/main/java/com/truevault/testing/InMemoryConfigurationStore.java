package com.truevault.testing;

import com.truevault.device.ConfigurationStore;
import com.truevault.device.Device;
import com.truevault.device.DeviceId;
import com.truevault.server.ServerKey;
import com.truevault.store.DataFile;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

final class InMemoryConfigurationStore implements ConfigurationStore {
  private final InMemoryTransactions transactions;
  private final InMemoryTable<Device> devices;
  private final InMemoryTable<Row> rows;

  InMemoryConfigurationStore(InMemoryTransactions transactions, InMemoryTable<Device> devices) {
    this.transactions = transactions;
    this.devices = devices;
    this.rows = new InMemoryTable<>(transactions, DataFile.DEVICES);
  }

  @Override
  public Optional<Stored> find(DeviceId device, ServerKey server) {
    return rows.first(row -> row.is(device, server)).map(Row::stored);
  }

  @Override
  public List<Stored> ofDevice(DeviceId device) {
    return rows.all()
        .filter(row -> row.device().equals(device))
        .map(Row::stored)
        .sorted(Comparator.comparing(stored -> stored.server().value()))
        .toList();
  }

  @Override
  public void put(DeviceId device, Stored stored) {
    transactions.run(
        DataFile.DEVICES,
        () -> {
          if (!devices.has(row -> row.id().equals(device))) {
            throw new IllegalStateException("no device " + device + " to keep a text for");
          }
          rows.remove(row -> row.is(device, stored.server()));
          rows.add(new Row(device, stored));
        });
  }

  @Override
  public void downloaded(DeviceId device, ServerKey server, Instant at) {
    rows.change(row -> row.is(device, server), row -> row.downloaded(at));
  }

  @Override
  public void dropOf(DeviceId device) {
    rows.remove(row -> row.device().equals(device));
  }

  @Override
  public void dropFor(ServerKey server) {
    rows.remove(row -> row.stored().server().equals(server));
  }

  private record Row(DeviceId device, Stored stored) {
    boolean is(DeviceId wanted, ServerKey server) {
      return device.equals(wanted) && stored.server().equals(server);
    }

    Row downloaded(Instant at) {
      return new Row(device, new Stored(stored.server(), stored.text(), stored.generatedAt(), at));
    }
  }
}
