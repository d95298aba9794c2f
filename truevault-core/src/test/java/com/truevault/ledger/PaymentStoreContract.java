package com.truevault.ledger;

import static com.truevault.billing.SubscriptionFixture.ONE;
import static com.truevault.billing.SubscriptionFixture.TWO;
import static com.truevault.billing.SubscriptionFixture.USER;
import static com.truevault.ledger.LedgerFixture.eur;
import static com.truevault.ledger.LedgerFixture.payment;
import static com.truevault.testing.Corpus.MOMENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.Storage;
import com.truevault.billing.Fact.RepaymentKind;
import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.testing.Race;
import com.truevault.testing.Undone;
import com.truevault.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link PaymentStore} does with payments and repayments. */
public interface PaymentStoreContract {
  Storage storage();

  private PaymentStore payments() {
    return storage().payments();
  }

  private static Instant at(int second) {
    return MOMENT.plusSeconds(second);
  }

  private static Payment with(String saleId, PaymentStatus status, Instant at) {
    return new Payment(
        saleId, USER, TWO, eur("11.90"), eur("0.52"), eur("11.90"), status, at, true);
  }

  private static Repaid repaid(String id, String saleId, int second) {
    return new Repaid(id, saleId, RepaymentKind.REVERSAL, eur("5"), at(second), "CN-2026-001");
  }

  @BeforeEach
  default void addSubscriptions() {
    LedgerFixture.addSubscriptions(storage());
  }

  @Test
  default void replacesEveryPartOfThePaymentOfASale() {
    payments().put(payment("a"));
    assertEquals(Optional.of(payment("a")), payments().find("a"));

    for (PaymentStatus status : PaymentStatus.values()) {
      Payment changed = with("a", status, at(1));
      payments().put(changed);
      assertEquals(Optional.of(changed), payments().find("a"));
    }
    assertEquals(1, payments().ofUser(USER).size());
    assertEquals(Optional.empty(), payments().find("b"));
  }

  @Test
  default void listsPaymentsNewestFirst() {
    Payment late = payment("late", at(2));
    Payment early = payment("early", at(1));
    Payment other = with("other", PaymentStatus.PENDING, at(0));
    List.of(late, early, other).forEach(payments()::put);

    assertEquals(List.of(late, early, other), payments().ofUser(USER));
    assertEquals(List.of(), payments().ofUser(new UserId(8)));
    assertEquals(List.of(late, early), payments().of(ONE));
    assertEquals(List.of(other), payments().of(TWO));
  }

  @Test
  default void pagesThroughAllPayments() {
    List.of("a", "b", "c").forEach(id -> payments().put(payment(id)));

    Page<Payment> first = payments().newest(new PageRequest(0, 2));
    Page<Payment> second = payments().newest(new PageRequest(first.next(), 2));

    assertEquals(List.of(payment("c"), payment("b")), first.items());
    assertEquals(List.of(payment("a")), second.items());
    assertEquals(0, second.next());
  }

  @Test
  default void findsWhatCameInDuringASpan() {
    Payment first = payment("first", at(0));
    Payment second = with("second", PaymentStatus.REFUNDED, at(1));
    payments().put(second);
    payments().put(first);
    payments().put(with("pending", PaymentStatus.PENDING, at(1)));
    payments().put(with("failed", PaymentStatus.FAILED, at(1)));

    assertEquals(List.of(first, second), payments().between(at(0), at(2)));
    assertEquals(List.of(first), payments().between(at(0), at(1)));
    assertEquals(List.of(), payments().between(at(2), at(3)));
  }

  @Test
  default void addsARepaymentOnce() {
    payments().put(payment("a"));
    payments().put(payment("b"));
    Repaid later = repaid("later", "a", 2);
    Repaid sooner = repaid("sooner", "a", 1);
    Repaid elsewhere = repaid("elsewhere", "b", 3);

    assertTrue(payments().add(later));
    assertTrue(payments().add(sooner));
    assertTrue(payments().add(elsewhere));
    assertFalse(payments().add(repaid("later", "b", 9)));

    assertEquals(List.of(sooner, later), payments().repaid("a"));
    assertEquals(List.of(later, elsewhere), payments().repaidBetween(at(2), at(4)));
    assertEquals(List.of(sooner), payments().repaidBetween(at(1), at(2)));
  }

  @Test
  default void addsARepaymentFromOneOfManyThreads() {
    payments().put(payment("a"));

    Race race = Race.of(8, () -> assertTrue(payments().add(repaid("r", "a", 1))));

    assertEquals(1, race.successes());
  }

  @Test
  default void keepsOnePaymentOfASaleThatManyThreadsPut() {
    Race.of(8, () -> payments().put(payment("a")));

    assertEquals(1, payments().ofUser(USER).size());
  }

  @Test
  default void refusesWhatHangsOnNothing() {
    Payment lost =
        new Payment(
            "a",
            USER,
            "nobody-knows",
            eur("1"),
            null,
            eur("0"),
            PaymentStatus.PENDING,
            at(0),
            false);

    assertThrows(RuntimeException.class, () -> payments().put(lost));
    assertThrows(RuntimeException.class, () -> payments().add(repaid("r", "a", 1)));
    assertEquals(List.of(), payments().ofUser(USER));
    assertEquals(List.of(), payments().newest(PageRequest.first()).items());
    assertEquals(List.of(), payments().repaidBetween(at(0), at(9)));
  }

  @Test
  default void keepsNothingOfARolledBackTransaction() {
    payments().put(payment("a"));

    Undone.run(
        storage().transactions(),
        DataFile.BILLING,
        () -> {
          payments().put(with("a", PaymentStatus.REFUNDED, at(1)));
          payments().put(payment("b"));
          payments().add(repaid("r", "a", 1));
        });

    assertEquals(List.of(payment("a")), payments().ofUser(USER));
    assertEquals(List.of(), payments().repaid("a"));
  }
}
