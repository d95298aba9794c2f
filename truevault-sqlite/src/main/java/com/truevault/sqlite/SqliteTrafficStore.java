package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.device.DeviceId;
import com.truevault.server.ServerKey;
import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.Row;
import com.truevault.traffic.Bytes;
import com.truevault.traffic.Span;
import com.truevault.traffic.TrafficStore;
import com.truevault.user.UserId;
import com.truevault.wireguard.PublicKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;

/** A report of thousands of peers takes a handful of statements, whatever its length. */
final class SqliteTrafficStore implements TrafficStore {
  private final SqliteFile devices;

  SqliteTrafficStore(SqliteFile devices) {
    this.devices = devices;
  }

  @Override
  public Map<PublicKey, Counter> counters(ServerKey server, Collection<PublicKey> keys) {
    JsonRows rows = new JsonRows();
    keys.forEach(key -> rows.add(key.base64()));
    return map(
        devices.query(
            """
            select d.public_key, d.device_id, c.handshake_at,
                   coalesce(c.received_bytes, 0) as received_bytes,
                   coalesce(c.sent_bytes, 0) as sent_bytes
              from json_each(:keys) k
              join devices d on d.public_key = k.value ->> 0
              left join peer_counters c
                on c.device_id = d.device_id and c.server_key = :server
            """,
            bind("keys", rows.text()).and("server", server.value()),
            row ->
                Map.entry(
                    new PublicKey(row.text("public_key")),
                    new Counter(id(row), bytes(row), row.instantOrNull("handshake_at")))));
  }

  @Override
  public void count(ServerKey server, Instant at, List<Reading> readings) {
    JsonRows counters = new JsonRows();
    JsonRows carried = new JsonRows();
    for (Reading reading : readings) {
      Counter now = reading.counter();
      String device = now.device().value();
      counters.add(device, now.bytes().up(), now.bytes().down(), now.handshakeAt());
      if (reading.carried().total() > 0) {
        carried.add(device, reading.carried().up(), reading.carried().down());
      }
    }
    devices.write(
        () -> {
          note(server, counters);
          for (Span span : Span.values()) {
            add(span, span.start(at), carried);
          }
          return readings;
        });
  }

  @Override
  public void connected(Map<DeviceId, Instant> lastSeen) {
    JsonRows rows = new JsonRows();
    lastSeen.forEach((device, at) -> rows.add(device.value(), at));
    devices.update(
        """
        update devices
           set is_online = 1,
               last_seen = max(coalesce(last_seen, ''), seen.at)
          from (select value ->> 0 as device_id, value ->> 1 as at from json_each(:rows)) seen
         where devices.device_id = seen.device_id
           and (is_online = 0 or last_seen is null or last_seen < seen.at)
        """,
        bind("rows", rows.text()));
  }

  @Override
  public int disconnect(Instant limit) {
    return devices.update(
        """
        update devices
           set is_online = 0
         where is_online = 1
           and not exists (
             select 1 from peer_counters c
              where c.device_id = devices.device_id and c.handshake_at > :limit)
        """,
        bind("limit", limit));
  }

  @Override
  public int disconnect(ServerKey server, Instant from, Instant limit, Instant elsewhere) {
    return devices.update(
        """
        update devices
           set is_online = 0
         where is_online = 1
           and device_id in (
             select device_id from peer_counters
              where server_key = :server and handshake_at > :from and handshake_at <= :limit)
           and not exists (
             select 1 from peer_counters c
              where c.device_id = devices.device_id and c.server_key <> :server
                and c.handshake_at > :elsewhere)
        """,
        bind("server", server.value())
            .and("from", from)
            .and("limit", limit)
            .and("elsewhere", elsewhere));
  }

  @Override
  public Map<ServerKey, Instant> handshakes(DeviceId device) {
    return map(
        devices.query(
            """
            select server_key, handshake_at
              from peer_counters
             where device_id = :device and handshake_at is not null
            """,
            bind("device", device.value()),
            row -> Map.entry(new ServerKey(row.text("server_key")), row.instant("handshake_at"))));
  }

  @Override
  public Map<Instant, Bytes> history(DeviceId device, Span span, Instant from) {
    return map(
        devices.query(
            """
            select starts_at, received_bytes, sent_bytes
              from device_traffic
             where device_id = :device and period = :span and starts_at >= :from
            """,
            bind("device", device.value()).and("span", span).and("from", from),
            row -> Map.entry(row.instant("starts_at"), bytes(row))));
  }

  @Override
  public Map<DeviceId, Bytes> totals(UserId user, Instant from) {
    return map(
        devices.query(
            """
            select t.device_id, min(1 << 53, sum(t.received_bytes)) as received_bytes,
                   min(1 << 53, sum(t.sent_bytes)) as sent_bytes
              from devices d
              join device_traffic t on t.device_id = d.device_id
             where d.user_id = :user and t.period = 'day' and t.starts_at >= :from
             group by t.device_id
            """,
            bind("user", user.value()).and("from", from),
            row -> Map.entry(id(row), bytes(row))));
  }

  @Override
  public int purge(Span span, Instant before, int most) {
    return devices.update(
        """
        delete from device_traffic
         where rowid in (
           select rowid from device_traffic
            where period = :span and starts_at < :before
            limit :most)
        """,
        bind("span", span).and("before", before).and("most", most));
  }

  private void note(ServerKey server, JsonRows counters) {
    devices.update(
        """
        insert into peer_counters
          (device_id, server_key, received_bytes, sent_bytes, handshake_at)
        select value ->> 0, :server, value ->> 1, value ->> 2, value ->> 3
          from json_each(:rows)
         where true
            on conflict (device_id, server_key) do update
           set received_bytes = excluded.received_bytes,
               sent_bytes = excluded.sent_bytes,
               handshake_at = excluded.handshake_at
        """,
        bind("server", server.value()).and("rows", counters.text()));
  }

  private void add(Span span, Instant startsAt, JsonRows carried) {
    devices.update(
        """
        insert into device_traffic (device_id, period, starts_at, received_bytes, sent_bytes)
        select value ->> 0, :span, :starts_at, value ->> 1, value ->> 2
          from json_each(:rows)
         where true
            on conflict (device_id, period, starts_at) do update
           set received_bytes = min(1 << 53, received_bytes + excluded.received_bytes),
               sent_bytes = min(1 << 53, sent_bytes + excluded.sent_bytes)
        """,
        bind("span", span).and("starts_at", startsAt).and("rows", carried.text()));
  }

  private static DeviceId id(Row row) {
    return new DeviceId(row.text("device_id"));
  }

  /** Servers receive what devices send up. */
  private static Bytes bytes(Row row) {
    return new Bytes(row.number("sent_bytes"), row.number("received_bytes"));
  }

  private static <K, V> Map<K, V> map(List<Entry<K, V>> entries) {
    return entries.stream().collect(Collectors.toMap(Entry::getKey, Entry::getValue));
  }
}
