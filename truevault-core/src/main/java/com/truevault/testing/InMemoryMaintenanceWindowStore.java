package com.truevault.testing;

import com.truevault.health.MaintenanceWindow;
import com.truevault.health.MaintenanceWindowStore;
import com.truevault.server.ServerKey;
import com.truevault.store.DataFile;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

final class InMemoryMaintenanceWindowStore implements MaintenanceWindowStore {
  private static final Comparator<MaintenanceWindow> BY_START =
      Comparator.comparing(MaintenanceWindow::start);

  private final InMemoryTable<MaintenanceWindow> rows;

  InMemoryMaintenanceWindowStore(InMemoryTransactions transactions) {
    this.rows = new InMemoryTable<>(transactions, DataFile.SERVERS);
  }

  @Override
  public void add(MaintenanceWindow window) {
    rows.add(window);
  }

  @Override
  public Optional<MaintenanceWindow> find(String id) {
    return rows.first(row -> row.id().equals(id));
  }

  @Override
  public boolean update(MaintenanceWindow window) {
    return rows.change(row -> row.id().equals(window.id()), row -> window) > 0;
  }

  @Override
  public boolean remove(String id) {
    return rows.remove(row -> row.id().equals(id)) > 0;
  }

  @Override
  public List<MaintenanceWindow> endingAfter(Instant at) {
    return rows.all().filter(row -> row.end().isAfter(at)).sorted(BY_START).toList();
  }

  @Override
  public List<MaintenanceWindow> during(ServerKey server, Instant from, Instant end) {
    return rows.all()
        .filter(row -> row.server().equals(server))
        .filter(row -> row.start().isBefore(end) && row.end().isAfter(from))
        .sorted(BY_START)
        .toList();
  }
}
