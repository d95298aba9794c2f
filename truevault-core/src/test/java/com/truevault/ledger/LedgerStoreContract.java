package com.truevault.ledger;

import static com.truevault.billing.SubscriptionFixture.ONE;
import static com.truevault.billing.SubscriptionFixture.TWO;
import static com.truevault.ledger.LedgerAccount.PAYPAL_CLEARING;
import static com.truevault.ledger.LedgerAccount.RECEIVABLE;
import static com.truevault.ledger.LedgerAccount.REVENUE;
import static com.truevault.ledger.LedgerAccount.TAX;
import static com.truevault.testing.Corpus.MOMENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.Storage;
import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.testing.Corpus;
import com.truevault.testing.Race;
import com.truevault.testing.Undone;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link LedgerStore} does. */
public interface LedgerStoreContract {
  /** The currency of most bookings. */
  Currency EUR = Currency.getInstance("EUR");

  Storage storage();

  private LedgerStore ledger() {
    return storage().ledger();
  }

  private static Instant at(int second) {
    return MOMENT.plusSeconds(second);
  }

  private static LedgerTransaction sale(String key, String subscription, Instant occurredAt) {
    return new LedgerTransaction(
        key,
        subscription,
        occurredAt,
        at(99),
        EUR,
        "Payment of a month",
        List.of(
            LedgerEntry.debit(RECEIVABLE, 1190),
            LedgerEntry.credit(REVENUE, 1000),
            LedgerEntry.credit(TAX, 190),
            LedgerEntry.debit(PAYPAL_CLEARING, 1190),
            LedgerEntry.credit(RECEIVABLE, 1190)));
  }

  @BeforeEach
  default void addSubscriptions() {
    LedgerFixture.addSubscriptions(storage());
  }

  @Test
  default void givesBackWhatWasBooked() {
    LedgerTransaction first = sale("sale:a", ONE, at(5));
    LedgerTransaction second = sale("sale:b", ONE, at(1));
    assertTrue(ledger().add(first));
    assertTrue(ledger().add(second));
    assertTrue(ledger().add(sale("sale:c", TWO, at(1))));

    assertEquals(List.of(first, second), ledger().of(ONE));
  }

  @Test
  default void givesBackEveryAccountAndWhatPeopleWrote() {
    for (LedgerAccount account : LedgerAccount.values()) {
      for (String text : Corpus.TEXTS) {
        LedgerTransaction booking =
            new LedgerTransaction(
                account + text,
                ONE,
                MOMENT,
                MOMENT,
                Currency.getInstance("JPY"),
                text,
                List.of(
                    LedgerEntry.debit(account, Long.MAX_VALUE / 100),
                    LedgerEntry.credit(account, Long.MAX_VALUE / 100)));
        ledger().add(booking);
        List<LedgerTransaction> all = ledger().of(ONE);
        assertEquals(booking, all.get(all.size() - 1));
      }
    }
  }

  @Test
  default void booksAKeyOnce() {
    assertTrue(ledger().add(sale("sale:a", ONE, at(1))));
    assertFalse(ledger().add(sale("sale:a", TWO, at(2))));

    assertEquals(List.of(sale("sale:a", ONE, at(1))), ledger().of(ONE));
    assertEquals(List.of(), ledger().of(TWO));
  }

  @Test
  default void booksOnceForOneOfManyThreads() {
    Race race = Race.of(8, () -> assertTrue(ledger().add(sale("sale:a", ONE, at(1)))));

    assertEquals(1, race.successes());
    assertEquals(1190, ledger().balances(EUR).get(PAYPAL_CLEARING));
  }

  @Test
  default void pagesThroughWhatOccurredInASpan() {
    LedgerTransaction late = sale("sale:late", ONE, at(9));
    LedgerTransaction early = sale("sale:early", TWO, at(1));
    LedgerTransaction between = sale("sale:between", ONE, at(5));
    List.of(late, sale("sale:before", ONE, at(0)), early, between).forEach(ledger()::add);

    Page<LedgerTransaction> first = ledger().between(at(1), at(10), new PageRequest(0, 2));
    Page<LedgerTransaction> second =
        ledger().between(at(1), at(10), new PageRequest(first.next(), 2));

    assertEquals(List.of(late, early), first.items());
    assertEquals(List.of(between), second.items());
    assertEquals(0, second.next());
    assertEquals(List.of(early), ledger().between(at(1), at(5), PageRequest.first()).items());
  }

  @Test
  default void addsUpEachAccountOfACurrency() {
    ledger().add(sale("sale:a", ONE, at(1)));
    ledger().add(sale("sale:b", TWO, at(1)));
    ledger()
        .add(
            new LedgerTransaction(
                "repayment:r",
                ONE,
                MOMENT,
                MOMENT,
                EUR,
                "Refund",
                List.of(
                    LedgerEntry.debit(TAX, 90),
                    LedgerEntry.debit(LedgerAccount.REFUNDS, 500),
                    LedgerEntry.credit(PAYPAL_CLEARING, 590))));

    assertEquals(
        Map.of(
            RECEIVABLE,
            0L,
            REVENUE,
            -2000L,
            TAX,
            -290L,
            LedgerAccount.REFUNDS,
            500L,
            PAYPAL_CLEARING,
            1790L),
        ledger().balances(EUR));
    assertEquals(Map.of(), ledger().balances(Currency.getInstance("USD")));
  }

  @Test
  default void refusesBookingsOfASubscriptionThatIsNotThere() {
    assertThrows(RuntimeException.class, () -> ledger().add(sale("sale:a", "nobody-knows", at(1))));

    assertEquals(Map.of(), ledger().balances(EUR));
    assertTrue(ledger().add(sale("sale:a", ONE, at(1))));
  }

  @Test
  default void keepsNothingOfARolledBackTransaction() {
    Undone.run(
        storage().transactions(), DataFile.BILLING, () -> ledger().add(sale("sale:a", ONE, at(1))));

    assertEquals(List.of(), ledger().of(ONE));
    assertTrue(ledger().add(sale("sale:a", ONE, at(1))));
  }
}
