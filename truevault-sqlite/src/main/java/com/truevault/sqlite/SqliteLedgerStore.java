package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.ledger.LedgerAccount;
import com.truevault.ledger.LedgerEntry;
import com.truevault.ledger.LedgerStore;
import com.truevault.ledger.LedgerTransaction;
import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.Row;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

final class SqliteLedgerStore implements LedgerStore {
  private final SqliteFile billing;

  SqliteLedgerStore(SqliteFile billing) {
    this.billing = billing;
  }

  @Override
  public boolean add(LedgerTransaction transaction) {
    return billing.write(
        () -> {
          boolean isNew = !isBooked(transaction.key());
          if (isNew) {
            transaction.entries().forEach(entry -> insert(transaction.key(), entry));
            close(transaction);
          }
          return isNew;
        });
  }

  private boolean isBooked(String key) {
    return billing.one(
        "select exists (select 1 from ledger_transactions where booking_key = :key) as booked",
        bind("key", key),
        row -> row.flag("booked"));
  }

  private void insert(String key, LedgerEntry entry) {
    billing.update(
        """
        insert into ledger_entries (booking_key, account, debit_minor, credit_minor)
        values (:key, :account, :debit, :credit)
        """,
        bind("key", key)
            .and("account", entry.account())
            .and("debit", entry.debit())
            .and("credit", entry.credit()));
  }

  /** The row that the entries wait for; it is refused unless they balance. */
  private void close(LedgerTransaction transaction) {
    billing.update(
        """
        insert into ledger_transactions
          (booking_key, subscription_id, occurred_at, booked_at, currency, description)
        values
          (:key, (select id from subscriptions where public_id = :subscription), :occurred_at,
           :booked_at, :currency, :description)
        """,
        bind("key", transaction.key())
            .and("subscription", transaction.subscription())
            .and("occurred_at", transaction.occurredAt())
            .and("booked_at", transaction.bookedAt())
            .and("currency", transaction.currency().getCurrencyCode())
            .and("description", transaction.text()));
  }

  @Override
  public List<LedgerTransaction> of(String subscription) {
    return billing.query(
        """
        select t.*, s.public_id as subscription,
               (select group_concat(e.account || ' ' || e.debit_minor || ' ' || e.credit_minor, ','
                         order by e.id)
                  from ledger_entries e
                 where e.booking_key = t.booking_key) as entries
          from ledger_transactions t
          join subscriptions s on s.id = t.subscription_id
         where s.public_id = :subscription
         order by t.id
        """,
        bind("subscription", subscription),
        SqliteLedgerStore::toTransaction);
  }

  @Override
  public Page<LedgerTransaction> between(Instant from, Instant to, PageRequest request) {
    return Numbered.page(
        billing.query(
            """
            select t.*, s.public_id as subscription,
                   (select group_concat(e.account || ' ' || e.debit_minor || ' ' || e.credit_minor,
                             ',' order by e.id)
                      from ledger_entries e
                     where e.booking_key = t.booking_key) as entries
              from ledger_transactions t
              join subscriptions s on s.id = t.subscription_id
             where t.occurred_at >= :from and t.occurred_at < :to and t.id > :after
             order by t.id
             limit :limit
            """,
            bind("from", from)
                .and("to", to)
                .and("after", request.after())
                .and("limit", request.limit() + 1),
            row -> new Numbered<>(row.number("id"), toTransaction(row))),
        request);
  }

  @Override
  public Map<LedgerAccount, Long> balances(Currency currency) {
    Map<LedgerAccount, Long> balances = new EnumMap<>(LedgerAccount.class);
    billing
        .query(
            """
            select e.account, sum(e.debit_minor - e.credit_minor) as balance
              from ledger_entries e
              join ledger_transactions t on t.booking_key = e.booking_key
             where t.currency = :currency
             group by e.account
            """,
            bind("currency", currency.getCurrencyCode()),
            row -> Map.entry(row.constant("account", LedgerAccount.class), row.number("balance")))
        .forEach(balance -> balances.put(balance.getKey(), balance.getValue()));
    return balances;
  }

  private static LedgerTransaction toTransaction(Row row) {
    return new LedgerTransaction(
        row.text("booking_key"),
        row.text("subscription"),
        row.instant("occurred_at"),
        row.instant("booked_at"),
        Currency.getInstance(row.text("currency")),
        row.text("description"),
        Arrays.stream(row.text("entries").split(",", -1)).map(SqliteLedgerStore::toEntry).toList());
  }

  private static LedgerEntry toEntry(String text) {
    String[] parts = text.split(" ", -1);
    return new LedgerEntry(
        LedgerAccount.valueOf(parts[0].toUpperCase(Locale.ROOT)),
        Long.parseLong(parts[1]),
        Long.parseLong(parts[2]));
  }
}
