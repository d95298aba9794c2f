package com.truevault.ledger;

import static com.truevault.billing.SubscriptionFixture.ONE;
import static com.truevault.billing.SubscriptionFixture.TWO;
import static com.truevault.billing.SubscriptionFixture.USER;
import static com.truevault.ledger.LedgerFixture.eur;
import static com.truevault.testing.Corpus.MOMENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.truevault.Storage;
import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.testing.Corpus;
import com.truevault.testing.Race;
import com.truevault.testing.Undone;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link PaymentStore} does with failed renewals. */
public interface FailedPaymentContract {
  Storage storage();

  private PaymentStore payments() {
    return storage().payments();
  }

  private static Instant at(int second) {
    return MOMENT.plusSeconds(second);
  }

  private static FailedPayment failed(String subscription, int second, int retries) {
    return failed(subscription, second, retries, null);
  }

  private static FailedPayment failed(
      String subscription, int second, int retries, @Nullable Instant resolvedAt) {
    return new FailedPayment(
        USER,
        subscription,
        eur("11.90"),
        "PAYER_CANNOT_PAY",
        at(second),
        retries,
        at(second + 60),
        resolvedAt);
  }

  @BeforeEach
  default void addSubscriptions() {
    LedgerFixture.addSubscriptions(storage());
  }

  @Test
  default void hasOneRowForARenewalHoweverOftenItIsTried() {
    payments().put(failed(ONE, 0, 0));
    payments().put(failed(ONE, 0, 1));
    FailedPayment resolved = failed(ONE, 0, 2, at(99));
    payments().put(resolved);

    assertEquals(List.of(resolved), payments().failures(ONE));
    assertEquals(List.of(), payments().failures(TWO));
  }

  @Test
  default void givesBackEveryPart() {
    for (String text : Corpus.TEXTS) {
      FailedPayment failed = new FailedPayment(USER, ONE, eur("0"), text, MOMENT, 3, null, null);
      payments().put(failed);
      assertEquals(List.of(failed), payments().failures(ONE));
    }
  }

  @Test
  default void listsASubscriptionsFailuresNewestFirst() {
    payments().put(failed(ONE, 5, 0));
    payments().put(failed(ONE, 9, 0));
    payments().put(failed(ONE, 1, 0));

    assertEquals(
        List.of(failed(ONE, 9, 0), failed(ONE, 5, 0), failed(ONE, 1, 0)), payments().failures(ONE));
  }

  @Test
  default void pagesThroughThoseThatAreNotResolved() {
    payments().put(failed(ONE, 1, 0));
    payments().put(failed(ONE, 2, 0, at(3)));
    payments().put(failed(TWO, 3, 0));
    payments().put(failed(TWO, 4, 0));

    Page<FailedPayment> first = payments().open(new PageRequest(0, 2));
    Page<FailedPayment> second = payments().open(new PageRequest(first.next(), 2));

    assertEquals(List.of(failed(ONE, 1, 0), failed(TWO, 3, 0)), first.items());
    assertEquals(List.of(failed(TWO, 4, 0)), second.items());
    assertEquals(0, second.next());
  }

  @Test
  default void keepsOneRowThatManyThreadsPut() {
    Race.of(8, () -> payments().put(failed(ONE, 0, 0)));

    assertEquals(1, payments().failures(ONE).size());
  }

  @Test
  default void refusesFailuresOfASubscriptionThatIsNotThere() {
    assertThrows(RuntimeException.class, () -> payments().put(failed("nobody-knows", 0, 0)));
    assertEquals(List.of(), payments().open(PageRequest.first()).items());
  }

  @Test
  default void keepsNoFailureOfARolledBackTransaction() {
    Undone.run(storage().transactions(), DataFile.BILLING, () -> payments().put(failed(ONE, 0, 0)));

    assertEquals(List.of(), payments().failures(ONE));
  }
}
