package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.health.Alarm;
import com.truevault.health.AlarmKind;
import com.truevault.health.AlarmStore;
import com.truevault.server.ServerKey;
import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.sqlite.jdbc.Row;
import java.time.Instant;
import java.util.List;

final class SqliteAlarmStore implements AlarmStore {
  private final SqliteFile servers;

  SqliteAlarmStore(SqliteFile servers) {
    this.servers = servers;
  }

  @Override
  public boolean raise(Alarm alarm) {
    return servers.update(
            """
            insert into server_alarms (server_key, kind, detail, raised_at)
            values (:server_key, :kind, :detail, :raised_at)
            on conflict do nothing
            """,
            bind("server_key", alarm.server().value())
                .and("kind", alarm.kind())
                .and("detail", alarm.detail())
                .and("raised_at", alarm.raisedAt()))
        > 0;
  }

  @Override
  public boolean clear(ServerKey server, AlarmKind kind, Instant at) {
    return servers.update(
            """
            update server_alarms
               set cleared_at = :at
             where server_key = :server_key and kind = :kind and cleared_at is null
            """,
            bind("at", at).and("server_key", server.value()).and("kind", kind))
        > 0;
  }

  @Override
  public List<Alarm> open() {
    return servers.query(
        """
        select server_key, kind, detail, raised_at, cleared_at
          from server_alarms
         where cleared_at is null
         order by raised_at, id
        """,
        Parameters.none(),
        SqliteAlarmStore::toAlarm);
  }

  @Override
  public List<Alarm> recent(ServerKey server, int limit) {
    return servers.query(
        """
        select server_key, kind, detail, raised_at, cleared_at
          from server_alarms
         where server_key = :server_key
         order by raised_at desc, id desc
         limit :limit
        """,
        bind("server_key", server.value()).and("limit", limit),
        SqliteAlarmStore::toAlarm);
  }

  @Override
  public List<Alarm> during(ServerKey server, Instant from, Instant end) {
    return servers.query(
        """
        select server_key, kind, detail, raised_at, cleared_at
          from server_alarms
         where server_key = :server_key
           and raised_at < :end
           and (cleared_at is null or cleared_at > :from)
         order by raised_at, id
        """,
        bind("server_key", server.value()).and("end", end).and("from", from),
        SqliteAlarmStore::toAlarm);
  }

  @Override
  public void forget(Instant before) {
    servers.update("delete from server_alarms where cleared_at < :before", bind("before", before));
  }

  private static Alarm toAlarm(Row row) {
    return new Alarm(
        new ServerKey(row.text("server_key")),
        row.constant("kind", AlarmKind.class),
        row.text("detail"),
        row.instant("raised_at"),
        row.instantOrNull("cleared_at"));
  }
}
