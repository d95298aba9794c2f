package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.health.MaintenanceWindow;
import com.truevault.health.MaintenanceWindowStore;
import com.truevault.server.ServerKey;
import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.sqlite.jdbc.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class SqliteMaintenanceWindowStore implements MaintenanceWindowStore {
  private final SqliteFile servers;

  SqliteMaintenanceWindowStore(SqliteFile servers) {
    this.servers = servers;
  }

  @Override
  public void add(MaintenanceWindow window) {
    servers.update(
        """
        insert into planned_maintenance (public_id, server_key, starts_at, ends_at, note)
        values (:public_id, :server_key, :starts_at, :ends_at, :note)
        """,
        parameters(window));
  }

  @Override
  public Optional<MaintenanceWindow> find(String id) {
    return servers.find(
        """
        select public_id, server_key, starts_at, ends_at, note
          from planned_maintenance
         where public_id = :public_id
        """,
        bind("public_id", id),
        SqliteMaintenanceWindowStore::toWindow);
  }

  @Override
  public boolean update(MaintenanceWindow window) {
    return servers.update(
            """
            update planned_maintenance
               set server_key = :server_key, starts_at = :starts_at, ends_at = :ends_at, note = :note
             where public_id = :public_id
            """,
            parameters(window))
        > 0;
  }

  @Override
  public boolean remove(String id) {
    return servers.update(
            "delete from planned_maintenance where public_id = :public_id", bind("public_id", id))
        > 0;
  }

  @Override
  public List<MaintenanceWindow> endingAfter(Instant at) {
    return servers.query(
        """
        select public_id, server_key, starts_at, ends_at, note
          from planned_maintenance
         where ends_at > :at
         order by starts_at, id
        """,
        bind("at", at),
        SqliteMaintenanceWindowStore::toWindow);
  }

  @Override
  public List<MaintenanceWindow> during(ServerKey server, Instant from, Instant end) {
    return servers.query(
        """
        select public_id, server_key, starts_at, ends_at, note
          from planned_maintenance
         where server_key = :server_key and starts_at < :end and ends_at > :from
         order by starts_at, id
        """,
        bind("server_key", server.value()).and("end", end).and("from", from),
        SqliteMaintenanceWindowStore::toWindow);
  }

  private static Parameters parameters(MaintenanceWindow window) {
    return bind("public_id", window.id())
        .and("server_key", window.server().value())
        .and("starts_at", window.start())
        .and("ends_at", window.end())
        .and("note", window.note());
  }

  private static MaintenanceWindow toWindow(Row row) {
    return new MaintenanceWindow(
        row.text("public_id"),
        new ServerKey(row.text("server_key")),
        row.instant("starts_at"),
        row.instant("ends_at"),
        row.text("note"));
  }
}
