package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.device.ConfigurationStore;
import com.truevault.device.DeviceId;
import com.truevault.server.ServerKey;
import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class SqliteConfigurationStore implements ConfigurationStore {
  private final SqliteFile devices;

  SqliteConfigurationStore(SqliteFile devices) {
    this.devices = devices;
  }

  @Override
  public Optional<Stored> find(DeviceId device, ServerKey server) {
    return devices.find(
        """
        select server_name, config_content, generated_at, downloaded_at
          from device_configs
         where device_id = :device and server_name = :server
        """,
        bind("device", device.value()).and("server", server.value()),
        SqliteConfigurationStore::toStored);
  }

  @Override
  public List<Stored> ofDevice(DeviceId device) {
    return devices.query(
        """
        select server_name, config_content, generated_at, downloaded_at
          from device_configs
         where device_id = :device
         order by server_name
        """,
        bind("device", device.value()),
        SqliteConfigurationStore::toStored);
  }

  @Override
  public void put(DeviceId device, Stored stored) {
    devices.update(
        """
        insert into device_configs
          (device_id, server_name, config_content, generated_at, downloaded_at)
        values (:device, :server, :text, :generated_at, :downloaded_at)
            on conflict (device_id, server_name) do update
           set config_content = excluded.config_content,
               generated_at = excluded.generated_at,
               downloaded_at = excluded.downloaded_at
        """,
        bind("device", device.value())
            .and("server", stored.server().value())
            .and("text", stored.text())
            .and("generated_at", stored.generatedAt())
            .and("downloaded_at", stored.downloadedAt()));
  }

  @Override
  public void downloaded(DeviceId device, ServerKey server, Instant at) {
    devices.update(
        """
        update device_configs
           set downloaded_at = :at
         where device_id = :device and server_name = :server
        """,
        bind("device", device.value()).and("server", server.value()).and("at", at));
  }

  @Override
  public void dropOf(DeviceId device) {
    devices.update(
        "delete from device_configs where device_id = :device", bind("device", device.value()));
  }

  @Override
  public void dropFor(ServerKey server) {
    devices.update(
        "delete from device_configs where server_name = :server", bind("server", server.value()));
  }

  private static Stored toStored(Row row) {
    return new Stored(
        new ServerKey(row.text("server_name")),
        row.text("config_content"),
        row.instant("generated_at"),
        row.instantOrNull("downloaded_at"));
  }
}
