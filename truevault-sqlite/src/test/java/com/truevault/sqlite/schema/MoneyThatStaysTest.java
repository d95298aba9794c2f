package com.truevault.sqlite.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever statement somebody thinks of, what was booked stays as it was booked. */
class MoneyThatStaysTest {
  private static final String AT = "'2026-01-14 23:00:00.000'";
  private static final String HASH = "'" + "0".repeat(64) + "'";
  private static final String FACT =
      """
      into billing_facts (id, subscription_id, kind, natural_key, occurred_at, recorded_at, details)
      values (%d, 1, 'sale', '%s', %s, %s, '%s')
      """;
  private static final String INVOICE =
      """
      into invoices (id, user_id, invoice_number, status, invoice_date, payment_id, created_at,
                     amount_minor, tax_minor, total_minor, series, series_year, series_number,
                     subscription_id, snapshot, snapshot_sha256)
      values (%d, 1, '%s', 'paid', %s, 1, %s, 1000, 190, 1190, %s, %s, %s, 1, %s, %s)
      """;
  private static final String DOCUMENT =
      """
      into invoice_documents (id, invoice_id, pdf, sha256, created_at)
      values (%d, 1, x'%s', %s, %s)
      """;
  private static final String BOOKING =
      """
      into ledger_transactions
        (id, booking_key, subscription_id, occurred_at, booked_at, currency, description)
      values (%d, '%s', 1, %s, %s, 'EUR', '%s')
      """;
  private static final String ENTRY =
      """
      into ledger_entries (id, booking_key, account, debit_minor, credit_minor)
      values (%d, '%s', '%s', %d, %d)
      """;
  private static final String DELIVERY =
      """
      into webhook_deliveries (id, event_id, event_type, transmission_id, headers, body, verdict,
                               received_at, next_attempt_at)
      values (%d, '%s', 'SALE', '%s', '{}', x'%s', 'verified', %s, %s)
      """;

  @TempDir Path directory;
  private Connection billing;

  @BeforeEach
  void book() throws Exception {
    billing = NineFiles.create(directory, "billing");
    run(
        """
        insert into subscriptions (id, user_id, public_id, plan_name, plan_price_minor, status,
                                   start_date, created_at, updated_at)
        values (1, 1, 'subscr01', 'personal', 999, 'active', %1$s, %1$s, %1$s)
        """
            .formatted(AT));
    run(
        """
        insert into payments (id, user_id, subscription_id, paypal_transaction_id, amount_minor,
                              payment_date)
        values (1, 1, 1, 'a', 1190, %s)
        """
            .formatted(AT));
    run("insert " + fact(1, "sale:a", "{}"));
    run("insert " + finalised(1, "INV-2026-001", 1));
    run("insert " + document(1, "01"));
    run("insert " + delivery(1, "WH-1", "t1", "01"));
    billing.setAutoCommit(false);
    run("insert " + entry(1, "sale:a", "receivable", 1190, 0));
    run("insert " + entry(2, "sale:a", "revenue", 0, 1190));
    run("insert " + booking(1, "sale:a", "Payment"));
    billing.commit();
    billing.setAutoCommit(true);
  }

  @AfterEach
  void close() throws SQLException {
    billing.close();
  }

  static Stream<String> attempts() {
    return Stream.of(
        "update billing_facts set details = '{}'",
        "update or replace billing_facts set natural_key = 'sale:b'",
        "delete from billing_facts",
        "insert or replace " + fact(1, "sale:b", "{\"x\":\"y\"}"),
        "insert or replace " + fact(9, "sale:a", "{\"x\":\"y\"}"),
        "update invoices set status = 'cancelled'",
        "update invoices set snapshot = null, snapshot_sha256 = null",
        "update invoices set invoice_number = 'INV-2026-002', series_number = 2",
        "update or replace invoices set id = 2",
        "delete from invoices",
        "insert or replace " + finalised(1, "INV-2026-002", 2),
        "insert or replace " + finalised(9, "INV-2026-001", 1),
        "insert or replace " + draft(1, "INV-2026-900"),
        "insert or replace " + draft(9, "INV-2026-001"),
        "insert " + finalised(9, "INV-2026-003", 3),
        "insert " + finalised(9, "INV-2026-007", 2),
        "update invoice_documents set pdf = x'02'",
        "delete from invoice_documents",
        "insert or replace " + document(1, "02"),
        "insert or replace " + document(9, "02"),
        "update ledger_transactions set description = ''",
        "update ledger_transactions set booking_key = 'sale:b'",
        "delete from ledger_transactions",
        "insert or replace " + booking(1, "sale:b", "Other"),
        "insert or replace " + booking(9, "sale:a", "Other"),
        "update ledger_entries set debit_minor = 1 where id = 1",
        "update ledger_entries set account = 'tax'",
        "update or replace ledger_entries set id = 2 where id = 1",
        "delete from ledger_entries",
        "insert " + entry(9, "sale:a", "tax", 1, 0),
        "insert or replace " + entry(1, "sale:a", "tax", 1190, 0),
        "insert or replace " + entry(1, "sale:b", "tax", 1190, 0),
        "insert " + booking(9, "sale:b", "Nothing"),
        "update webhook_deliveries set body = x'02'",
        "update webhook_deliveries set verdict = 'other'",
        "insert or replace " + delivery(1, "WH-2", "t2", "02"),
        "insert or replace " + delivery(9, "WH-2", "t1", "02"),
        "insert or replace " + delivery(9, "WH-1", "t2", "02"),
        "delete from payments",
        "delete from subscriptions");
  }

  @ParameterizedTest
  @MethodSource("attempts")
  void staysWhateverIsTried(String statement) throws Exception {
    String before = all();

    try {
      run(statement);
    } catch (SQLException e) {
      assertTrue(String.valueOf(e.getMessage()).contains("SQLITE_CONSTRAINT"), e::getMessage);
    }

    assertEquals(before, all());
  }

  @Test
  void staysWhenADraftTakesItsPlace() throws Exception {
    run("insert " + draft(9, "INV-2026-900"));
    String before = all();

    refused("update or replace invoices set invoice_number = 'INV-2026-001' where id = 9");
    refused("update or replace invoices set id = 1 where id = 9");
    refused("update invoices set snapshot = '{}', snapshot_sha256 = " + HASH + " where id = 9");

    assertEquals(before, all());
    run("update invoices set status = 'cancelled' where id = 9");
    run("delete from invoices where id = 9");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 1189, 1191})
  void aBookingThatDoesNotBalanceIsNeverClosed(long credit) throws Exception {
    billing.setAutoCommit(false);
    run("insert " + entry(3, "sale:b", "receivable", 1190, 0));
    run("insert " + entry(4, "sale:b", "revenue", 0, credit));

    refused("insert " + booking(2, "sale:b", "Payment"));
    assertThrows(SQLException.class, billing::commit);
    billing.rollback();

    assertEquals("2", one("select count(*) from ledger_entries"));
  }

  @Test
  void aBookingThatIsOpenIsNeverCommitted() throws Exception {
    billing.setAutoCommit(false);
    run("insert " + entry(3, "sale:b", "receivable", 1190, 0));
    run("insert " + entry(4, "sale:b", "revenue", 0, 1190));

    assertThrows(SQLException.class, billing::commit);

    billing.rollback();
    refused("insert " + booking(2, "sale:b", "Payment"));
  }

  @Test
  void anEntryIsOnePositiveSide() {
    refused("insert " + entry(3, "sale:b", "receivable", 0, 0));
    refused("insert " + entry(3, "sale:b", "receivable", 1, 1));
    refused("insert " + entry(3, "sale:b", "receivable", -1, 0));
    refused("insert " + entry(3, "sale:b", "petty_cash", 1, 0));
  }

  @Test
  void aFinalInvoiceIsWhole() throws Exception {
    refused(
        "insert "
            + INVOICE.formatted(9, "INV-2026-002", AT, AT, "null", "null", "null", "'{}'", HASH));
    refused(
        "insert " + INVOICE.formatted(9, "INV-2026-002", AT, AT, "'INV'", 2026, 2, "'{}'", "null"));
    refused(
        "insert " + INVOICE.formatted(9, "INV-2026-002", AT, AT, "'INV'", 2026, 2, "'no'", HASH));
    refused("insert " + INVOICE.formatted(9, "CN-2026-001", AT, AT, "'CN'", 2026, 1, "'{}'", HASH));
    run("insert " + finalised(9, "INV-2026-002", 2));
  }

  @Test
  void takesWhatIsNew() throws Exception {
    run("insert " + fact(2, "sale:b", "{}"));
    run("insert " + delivery(2, "WH-2", "t2", "02"));
    run("update webhook_deliveries set state = 'done', attempts = 1, last_error = ''");
    run("delete from webhook_deliveries");
  }

  private static String fact(int id, String key, String details) {
    return FACT.formatted(id, key, AT, AT, details);
  }

  private static String finalised(int id, String number, int nth) {
    return INVOICE.formatted(id, number, AT, AT, "'INV'", 2026, nth, "'{}'", HASH);
  }

  private static String draft(int id, String number) {
    return INVOICE.formatted(id, number, AT, AT, "null", "null", "null", "null", "null");
  }

  private static String document(int id, String bytes) {
    return DOCUMENT.formatted(id, bytes, HASH, AT);
  }

  private static String booking(int id, String key, String text) {
    return BOOKING.formatted(id, key, AT, AT, text);
  }

  private static String entry(int id, String key, String account, long debit, long credit) {
    return ENTRY.formatted(id, key, account, debit, credit);
  }

  private static String delivery(int id, String event, String transmission, String body) {
    return DELIVERY.formatted(id, event, transmission, body, AT, AT);
  }

  private void run(String sql) throws SQLException {
    NineFiles.run(billing, sql);
  }

  private void refused(String sql) {
    SQLException refusal = assertThrows(SQLException.class, () -> run(sql), () -> "took " + sql);
    assertTrue(
        String.valueOf(refusal.getMessage()).contains("SQLITE_CONSTRAINT"), refusal::getMessage);
  }

  /** Everything that has to stay. */
  private String all() throws SQLException {
    StringBuilder all = new StringBuilder();
    for (String query :
        new String[] {
          "select json_group_array(json_array(id, natural_key, details)) from billing_facts",
          "select json_group_array(json_array(id, invoice_number, status, series_number, snapshot))"
              + " from invoices",
          "select json_group_array(json_array(id, invoice_id, hex(pdf))) from invoice_documents",
          "select json_group_array(json_array(id, booking_key, description))"
              + " from ledger_transactions",
          "select json_group_array(json_array(id, booking_key, account, debit_minor, credit_minor))"
              + " from ledger_entries",
          "select json_group_array(json_array(id, event_id, transmission_id, hex(body), verdict))"
              + " from webhook_deliveries"
        }) {
      all.append(one(query)).append('\n');
    }
    return all.toString();
  }

  private String one(String query) throws SQLException {
    try (Statement statement = billing.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      return result.getString(1);
    }
  }
}
