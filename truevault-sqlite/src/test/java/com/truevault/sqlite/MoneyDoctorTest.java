package com.truevault.sqlite;

import static com.truevault.billing.SubscriptionFixture.ONE;
import static com.truevault.billing.SubscriptionFixture.TWO;
import static com.truevault.billing.SubscriptionFixture.USER;
import static com.truevault.ledger.LedgerFixture.eur;
import static com.truevault.testing.Corpus.MOMENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.billing.Fact;
import com.truevault.billing.Fact.RepaymentKind;
import com.truevault.billing.Fact.SaleState;
import com.truevault.ledger.Invoice;
import com.truevault.ledger.InvoiceKind;
import com.truevault.ledger.LedgerAccount;
import com.truevault.ledger.LedgerEntry;
import com.truevault.ledger.LedgerFixture;
import com.truevault.ledger.LedgerTransaction;
import com.truevault.ledger.Payment;
import com.truevault.ledger.PaymentStatus;
import com.truevault.ledger.Repaid;
import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.store.DataFile;
import com.truevault.store.Finding;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The doctor sees what somebody changed who got around the triggers. */
class MoneyDoctorTest {
  private static final Currency EUR = Currency.getInstance("EUR");

  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @BeforeEach
  void bookAPaymentAndItsRefund() {
    SqliteStorage storage = temporary.get();
    storage.files().get(DataFile.USERS).update(DoctorTest.USER, Parameters.none());
    LedgerFixture.addSubscriptions(storage);
    storage.transactions().run(DataFile.BILLING, this::book);
  }

  private void book() {
    SqliteStorage storage = temporary.get();
    Fact.Repayment repayment =
        new Fact.Repayment("r", "a", RepaymentKind.REFUND, eur("11.90"), MOMENT);
    storage
        .facts()
        .add(
            ONE,
            List.of(
                new Fact.Sale("a", SaleState.COMPLETED, eur("11.90"), MOMENT),
                new Fact.Sale("b", SaleState.COMPLETED, eur("7"), MOMENT),
                repayment),
            MOMENT);
    storage.payments().put(payment("a", "11.90", "11.90", false));
    storage.payments().put(payment("b", "7", "0", true));
    Invoice invoice =
        storage
            .invoices()
            .issue(InvoiceKind.INVOICE, 2026, number -> LedgerFixture.invoice(number, "a"));
    Invoice note =
        storage
            .invoices()
            .issue(
                InvoiceKind.CREDIT_NOTE,
                2026,
                number -> LedgerFixture.creditNote(number, "a", invoice.number()));
    storage
        .payments()
        .add(new Repaid("r", "a", RepaymentKind.REFUND, eur("11.90"), MOMENT, note.number()));
    add("sale:a", LedgerAccount.PAYPAL_CLEARING, LedgerAccount.REVENUE, 1190);
    add("suspense:b", LedgerAccount.PAYPAL_CLEARING, LedgerAccount.SUSPENSE, 700);
    add(repayment.key(), LedgerAccount.REFUNDS, LedgerAccount.PAYPAL_CLEARING, 1190);
  }

  private void add(String key, LedgerAccount debit, LedgerAccount credit, long minor) {
    List<LedgerEntry> entries =
        List.of(LedgerEntry.debit(debit, minor), LedgerEntry.credit(credit, minor));
    temporary
        .get()
        .ledger()
        .add(new LedgerTransaction(key, ONE, MOMENT, MOMENT, EUR, "text", entries));
  }

  private static Payment payment(String id, String amount, String repaid, boolean suspended) {
    return new Payment(
        id,
        USER,
        ONE,
        eur(amount),
        null,
        eur(repaid),
        suspended ? PaymentStatus.COMPLETED : PaymentStatus.REFUNDED,
        MOMENT,
        suspended);
  }

  @Test
  void findsNothingWhereTheBooksAgree() {
    assertEquals(List.of(), temporary.get().doctor().examine());
  }

  static Stream<Arguments> breaches() {
    return Stream.of(
        breach(
            "booking-unbalanced",
            "sale:a",
            "update ledger_entries set credit_minor = 1191 where credit_minor = 1190"),
        breach(
            "booking-unbalanced",
            "suspense:b",
            "delete from ledger_entries where booking_key = 'suspense:b'"),
        breach("booking-without-fact", "repayment:r", "delete from billing_facts where id = 3"),
        breach(
            "sale-not-paid",
            "a",
            "update payments set status = 'pending' where paypal_transaction_id = 'a'"),
        breach("payment-without-sale", "b", "delete from billing_facts where sale_id = 'b'"),
        breach(
            "payment-not-booked",
            "a",
            "update ledger_transactions set booking_key = 'x:a' where booking_key = 'sale:a'",
            "update ledger_entries set booking_key = 'x:a' where booking_key = 'sale:a'"),
        breach(
            "payment-not-booked",
            "b",
            "update payments set amount_minor = 701 where paypal_transaction_id = 'b'"),
        breach(
            "payment-without-invoice",
            "b",
            "update payments set in_suspense = 0 where paypal_transaction_id = 'b'"),
        breach(
            "payment-without-invoice",
            "a",
            "update payments set in_suspense = 1 where paypal_transaction_id = 'a'"),
        breach(
            "repayment-not-booked",
            "repayment:r",
            "delete from ledger_transactions where booking_key = 'repayment:r'",
            "delete from ledger_entries where booking_key = 'repayment:r'"),
        breach(
            "repayment-without-credit-note", "r", "update refunds set credit_note = 'CN-2026-009'"),
        breach("repayment-without-credit-note", "r", "update refunds set amount_minor = 1"),
        breach("repaid-differs", "a", "update payments set repaid_minor = 1"),
        breach(
            "money-does-not-add-up",
            "EUR",
            "update ledger_entries set account = 'revenue' where account = 'suspense'"),
        breach(
            "number-missing",
            "CN-2026-003",
            "update invoices set invoice_number = 'CN-2026-003', series_number = 3"
                + " where series = 'CN'"),
        breach(
            "invoice-changed", "CN-2026-001", "update invoices set snapshot = '{}' where id = 2"),
        breach("user-live-twice", ONE, "update subscriptions set state = 'active'"),
        breach(
            "state-differs-from-status",
            TWO,
            "update subscriptions set state = 'active' where public_id = '" + TWO + "'"),
        breach(
            "state-differs-from-status",
            ONE,
            "update subscriptions set end_reason = 'refunded' where public_id = '" + ONE + "'"));
  }

  @ParameterizedTest
  @MethodSource("breaches")
  void namesEachBreachAndLeavesItToAPerson(String invariant, String row, List<String> damage) {
    SqliteFile billing = temporary.get().files().get(DataFile.BILLING);
    billing
        .query(
            "select 'drop trigger ' || name as statement from sqlite_schema where type = 'trigger'",
            Parameters.none(),
            found -> found.text("statement"))
        .forEach(statement -> billing.update(statement, Parameters.none()));
    billing.exclusively(
        session -> {
          session.execute("pragma foreign_keys = 0");
          damage.forEach(statement -> session.update(statement, Parameters.none()));
          session.execute("pragma foreign_keys = 1");
          return true;
        });

    assertNamed(invariant, row, temporary.get().doctor().examine());
    assertNamed(invariant, row, temporary.get().doctor().repair());
  }

  private static void assertNamed(String invariant, String row, List<Finding> found) {
    assertTrue(
        found.stream()
            .anyMatch(
                finding ->
                    finding.invariant().equals(invariant)
                        && finding.rows().contains(row)
                        && !finding.repaired()),
        () -> invariant + " of " + row + " not among " + found);
  }

  private static Arguments breach(String invariant, String row, String... damage) {
    return Arguments.of(invariant, row, List.of(damage));
  }
}
