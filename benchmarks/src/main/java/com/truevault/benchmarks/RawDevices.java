package com.truevault.benchmarks;

import com.truevault.device.NewDevice;
import com.truevault.sqlite.SqliteStorage;
import com.truevault.wireguard.AddressPool;
import com.truevault.wireguard.TunnelAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;

/**
 * The floor of adding devices: the same two rows in the same schema by plain JDBC, prepared once,
 * on one connection and one thread, which is the fastest way that commits each device alone.
 */
final class RawDevices implements AutoCloseable {
  private static final String NOW = "2026-01-02 03:04:05.678";

  private final AddressPool pool = new AddressPool("10.8.0.0/14", "fd12:3456:789a::/64");
  private final Connection connection;
  private final PreparedStatement take;
  private final PreparedStatement insert;
  private long made;

  RawDevices(Path folder) throws SQLException {
    SqliteStorage.open(folder).close();
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.enforceForeignKeys(true);
    config.setCacheSize(-16_000);
    connection = config.createConnection("jdbc:sqlite:" + folder.resolve("gen-000001/devices.db"));
    connection.setAutoCommit(false);
    try (Statement check = connection.createStatement();
        ResultSet found = check.executeQuery("pragma synchronous")) {
      if (found.getInt(1) != 2) {
        throw new IllegalStateException("the floor must commit with synchronous=FULL");
      }
    }
    connection.commit();
    take =
        connection.prepareStatement(
            "update address_pool set next_offset = next_offset + 1 returning next_offset - 1");
    insert =
        connection.prepareStatement(
            """
            insert into devices
              (device_id, user_id, device_name, device_type, operating_system, public_key,
               assigned_ip, assigned_ipv6, address_offset, tunnel_name, current_server,
               dns, mtu, keepalive, tunnel_mode, status, is_online, created_at, updated_at)
            values (?, ?, ?, 'mobile', 'Android', ?, ?, ?, ?, ?, 'new_york',
                    'cloudflare', 1420, 25, 'full', 'active', 0, ?, ?)
            """);
  }

  /** Adds devices, five to a user, each in a transaction of its own. */
  void add(List<NewDevice> devices) throws SQLException {
    for (NewDevice device : devices) {
      insert(device, pool.address(takeOffset()));
      connection.commit();
      made++;
    }
  }

  private int takeOffset() throws SQLException {
    try (ResultSet offset = take.executeQuery()) {
      return offset.getInt(1);
    }
  }

  private void insert(NewDevice device, TunnelAddress address) throws SQLException {
    String name = device.name() + " of " + made % 5;
    insert.setString(
        1, device.publicKey().base64().substring(0, 26).replace('+', '-').replace('/', '_'));
    insert.setLong(2, made / 5);
    insert.setString(3, name);
    insert.setString(4, device.publicKey().base64());
    insert.setString(5, address.ipv4() + "/32");
    insert.setString(6, address.ipv6() + "/128");
    insert.setInt(7, address.offset());
    insert.setString(8, "phone-" + made % 5);
    insert.setString(9, NOW);
    insert.setString(10, NOW);
    insert.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
