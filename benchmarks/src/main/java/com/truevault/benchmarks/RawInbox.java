package com.truevault.benchmarks;

import com.truevault.benchmarks.SignedDeliveries.Delivery;
import com.truevault.sqlite.SqliteStorage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.sqlite.SQLiteConfig;

/**
 * The floor of keeping deliveries: the same row in the same schema by plain JDBC, by one thread
 * that commits whatever waits together, with {@code synchronous=FULL}.
 */
final class RawInbox implements AutoCloseable {
  private static final int MOST_TOGETHER = 256;
  private static final String NOW = "2026-03-01 10:00:00.000";
  private static final String HEADERS =
      "{\"paypal-transmission-id\":\"8ad71ae0-4e5e-11ef-b16d-8fad525a7f7b\"}";

  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final Connection connection;
  private final PreparedStatement insert;
  private final Thread writer = new Thread(this::write, "raw-inbox");

  private record Waiting(Delivery delivery, CompletableFuture<Boolean> committed) {}

  RawInbox(Path folder) throws SQLException {
    SqliteStorage.open(folder).close();
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.enforceForeignKeys(true);
    config.setCacheSize(-16_000);
    connection = config.createConnection("jdbc:sqlite:" + folder.resolve("gen-000001/billing.db"));
    connection.setAutoCommit(false);
    insert =
        connection.prepareStatement(
            """
            insert into webhook_deliveries
              (event_id, event_type, transmission_id, headers, body, verdict, received_at,
               next_attempt_at)
            values (?, 'PAYMENT.SALE.COMPLETED', ?, ?, ?, 'verified', ?, ?)
            """);
    writer.setDaemon(true);
    writer.start();
  }

  /** Keeps a delivery; returns after the commit. */
  void keep(Delivery delivery) {
    CompletableFuture<Boolean> committed = new CompletableFuture<>();
    queue.add(new Waiting(delivery, committed));
    committed.join();
  }

  private void write() {
    List<Waiting> group = new ArrayList<>();
    try {
      while (!writer.isInterrupted()) {
        group.add(queue.take());
        queue.drainTo(group, MOST_TOGETHER - 1);
        for (Waiting waiting : group) {
          insert(waiting.delivery());
        }
        connection.commit();
        group.forEach(waiting -> waiting.committed().complete(true));
        group.clear();
      }
    } catch (InterruptedException end) {
      writer.interrupt();
    } catch (SQLException failure) {
      group.forEach(waiting -> waiting.committed().completeExceptionally(failure));
    }
  }

  private void insert(Delivery delivery) throws SQLException {
    insert.setString(1, delivery.event());
    insert.setString(2, delivery.id());
    insert.setString(3, HEADERS);
    insert.setBytes(4, delivery.body());
    insert.setString(5, NOW);
    insert.setString(6, NOW);
    insert.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    writer.interrupt();
    try {
      writer.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    connection.close();
  }
}
