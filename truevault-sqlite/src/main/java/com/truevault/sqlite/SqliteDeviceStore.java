package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.device.Device;
import com.truevault.device.DeviceId;
import com.truevault.device.DeviceStore;
import com.truevault.device.PublicKeyTakenException;
import com.truevault.server.ServerKey;
import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.ConstraintViolationException;
import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.user.UserId;
import com.truevault.wireguard.PublicKey;
import com.truevault.wireguard.TunnelName;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class SqliteDeviceStore implements DeviceStore {
  private final SqliteFile devices;

  SqliteDeviceStore(SqliteFile devices) {
    this.devices = devices;
  }

  @Override
  public void add(Device device, Instant at) {
    write(
        """
        insert into devices
          (device_id, user_id, device_name, device_type, operating_system, public_key,
           preshared_key, assigned_ip, assigned_ipv6, address_offset, tunnel_name, current_server,
           dns, mtu, keepalive, tunnel_mode, status, is_online, last_seen, created_at, updated_at)
        values
          (:device_id, :user_id, :device_name, :device_type, :operating_system, :public_key,
           :preshared_key, :assigned_ip, :assigned_ipv6, :address_offset, :tunnel_name,
           :current_server, :dns, :mtu, :keepalive, :tunnel_mode, :status, :is_online, :last_seen,
           :created_at, :at)
        """,
        DeviceRows.parameters(device, at).and("created_at", device.createdAt()));
  }

  @Override
  public Optional<Device> find(DeviceId id) {
    return devices.find(
        """
        select device_id, user_id, device_name, device_type, operating_system, public_key,
               preshared_key, assigned_ip, assigned_ipv6, address_offset, tunnel_name,
               current_server, dns, mtu, keepalive, tunnel_mode, status, is_online, last_seen,
               created_at
          from devices
         where device_id = :id
        """,
        bind("id", id.value()),
        DeviceRows::toDevice);
  }

  @Override
  public List<Device> ofUser(UserId user) {
    return devices.recall(new OfUser(user), () -> read(user));
  }

  @Override
  public List<Naming> namesOf(UserId user) {
    return devices.query(
        "select device_name, tunnel_name from devices where user_id = :user_id order by id",
        bind("user_id", user.value()),
        row -> new Naming(row.text("device_name"), new TunnelName(row.text("tunnel_name"))));
  }

  @Override
  public List<UserId> owners(long after, int limit) {
    return devices.query(
        """
        select distinct user_id
          from devices
         where user_id > :after
         order by user_id
         limit :limit
        """,
        bind("after", after).and("limit", limit),
        row -> new UserId(row.number("user_id")));
  }

  @Override
  public long newest() {
    return devices.one(
        "select coalesce(max(id), 0) as newest from devices",
        Parameters.none(),
        row -> row.number("newest"));
  }

  @Override
  public List<Addition> additions(long after, int limit) {
    return devices.query(
        "select id, user_id from devices where id > :after order by id limit :limit",
        bind("after", after).and("limit", limit),
        row -> new Addition(row.number("id"), new UserId(row.number("user_id"))));
  }

  @Override
  public Optional<Device> findByKey(PublicKey key) {
    return devices.find(
        """
        select device_id, user_id, device_name, device_type, operating_system, public_key,
               preshared_key, assigned_ip, assigned_ipv6, address_offset, tunnel_name,
               current_server, dns, mtu, keepalive, tunnel_mode, status, is_online, last_seen,
               created_at
          from devices
         where public_key = :public_key
        """,
        bind("public_key", key.base64()),
        DeviceRows::toDevice);
  }

  private List<Device> read(UserId user) {
    return devices.query(
        """
        select device_id, user_id, device_name, device_type, operating_system, public_key,
               preshared_key, assigned_ip, assigned_ipv6, address_offset, tunnel_name,
               current_server, dns, mtu, keepalive, tunnel_mode, status, is_online, last_seen,
               created_at
          from devices
         where user_id = :user_id
         order by id
        """,
        bind("user_id", user.value()),
        DeviceRows::toDevice);
  }

  @Override
  public Map<ServerKey, Long> countByServer() {
    Map<ServerKey, Long> counts = new HashMap<>();
    devices
        .query(
            """
            select current_server, count(*) as n
              from devices
             where current_server is not null
             group by current_server
            """,
            Parameters.none(),
            row -> Map.entry(new ServerKey(row.text("current_server")), row.number("n")))
        .forEach(count -> counts.put(count.getKey(), count.getValue()));
    return counts;
  }

  @Override
  public long count() {
    return devices.one(
        "select count(*) as n from devices", Parameters.none(), row -> row.number("n"));
  }

  @Override
  public boolean update(Device device, Instant at) {
    return write(
            """
            update devices
               set user_id = :user_id,
                   device_name = :device_name,
                   device_type = :device_type,
                   operating_system = :operating_system,
                   public_key = :public_key,
                   preshared_key = :preshared_key,
                   assigned_ip = :assigned_ip,
                   assigned_ipv6 = :assigned_ipv6,
                   address_offset = :address_offset,
                   tunnel_name = :tunnel_name,
                   current_server = :current_server,
                   dns = :dns,
                   mtu = :mtu,
                   keepalive = :keepalive,
                   tunnel_mode = :tunnel_mode,
                   status = :status,
                   is_online = :is_online,
                   last_seen = :last_seen,
                   updated_at = :at
             where device_id = :device_id
            """,
            DeviceRows.parameters(device, at))
        > 0;
  }

  @Override
  public boolean remove(DeviceId id) {
    return devices.update("delete from devices where device_id = :id", bind("id", id.value())) > 0;
  }

  @Override
  public void retire(PublicKey key, Instant at) {
    devices.update(
        """
        insert into retired_keys (public_key, retired_at)
        values (:public_key, :at)
            on conflict (public_key) do nothing
        """,
        bind("public_key", key.base64()).and("at", at));
  }

  @Override
  public boolean isRetired(PublicKey key) {
    return devices
        .find(
            "select public_key from retired_keys where public_key = :public_key",
            bind("public_key", key.base64()),
            row -> row.text("public_key"))
        .isPresent();
  }

  private int write(String sql, Parameters parameters) {
    try {
      return devices.update(sql, parameters);
    } catch (ConstraintViolationException e) {
      if (e.isTaken("devices.public_key")) {
        throw new PublicKeyTakenException();
      }
      throw e;
    }
  }

  private record OfUser(UserId user) {}
}
