package com.truevault.paypal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.billing.BillingStatus;
import com.truevault.billing.Fact;
import com.truevault.billing.Money;
import com.truevault.paypal.model.RecordedLife.Arrival;
import com.truevault.paypal.testing.FakeSale;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is lost, repeated, late or out of order: after one more question all is the same. */
class ShufflesTest {
  private static final int SHUFFLES = Integer.getInteger("model.shuffles", 12_000);
  private static final int LOSS = 60;
  private static final List<RecordedLife> LIVES =
      List.of(
          new RecordedLife(1, (day, id) -> {}),
          new RecordedLife(2, (day, id) -> on(day, 10, () -> fail(day, id, 1))),
          new RecordedLife(3, (day, id) -> on(day, 10, () -> fail(day, id, 2))),
          new RecordedLife(4, (day, id) -> on(day, 40, () -> fail(day, id, 3))),
          new RecordedLife(5, (day, id) -> on(day, 70, () -> fail(day, id, 2))),
          new RecordedLife(6, (day, id) -> on(day, 45, () -> day.house().fake.buyer().cancel(id))),
          new RecordedLife(7, (day, id) -> on(day, 75, () -> day.house().fake.buyer().cancel(id))),
          new RecordedLife(8, (day, id) -> on(day, 35, () -> refund(day, id, "4.00"))),
          new RecordedLife(9, (day, id) -> on(day, 95, () -> refund(day, id, "9.99"))),
          new RecordedLife(10, (day, id) -> on(day, 35, () -> reverse(day, id))));

  @Test
  void everyOrderWithLossAndDuplicatesEndsInTheSameState() {
    long seed = Long.getLong("model.seed", 1);
    for (int i = 0; i < SHUFFLES; i++) {
      RecordedLife life = LIVES.get(i % LIVES.size());
      Random random = new Random(seed + i);
      List<Fact> facts = life.known(life.arrivals(random, random.nextInt(101)), random);
      facts.addAll(life.lastRead());
      int number = i;
      assertEquals(
          RecordedLife.essence(life.state(life.lastRead(), life.end())),
          RecordedLife.essence(life.state(facts, life.end())),
          () -> "seed " + (seed + number) + " of life " + number % LIVES.size());
    }
  }

  @Test
  void readingsInOrderAgreeWithTheLastOne() {
    for (RecordedLife life : LIVES) {
      List<Fact> facts = new ArrayList<>(life.known(life.inOrder(), new Random(1)));
      facts.addAll(life.lastRead());
      assertEquals(
          RecordedLife.essence(life.state(life.lastRead(), life.end())),
          RecordedLife.essence(life.state(facts, life.end())));
    }
  }

  @Test
  void aHandlerThatBelievesTheOrderOfArrivalIsCaught() {
    int wrong = 0;
    for (int i = 0; i < 2_000; i++) {
      RecordedLife life = LIVES.get(i % LIVES.size());
      BillingStatus expected = ArrivalOrderHandler.status(life.inOrder());
      List<Arrival> arrivals = life.arrivals(new Random(i), 15);
      wrong += ArrivalOrderHandler.status(arrivals) == expected ? 0 : 1;
    }
    assertTrue(wrong > 100, wrong + " of 2000 were wrong");
  }

  @Test
  void aVaultThatNeverAsksByItselfIsCaught() {
    int wrong = 0;
    for (int i = 0; i < 2_000; i++) {
      RecordedLife life = LIVES.get(i % LIVES.size());
      Random random = new Random(i);
      List<Arrival> arrivals = life.arrivals(random, LOSS);
      String expected = RecordedLife.essence(life.state(life.lastRead(), life.end()));
      String found = RecordedLife.essence(life.state(life.known(arrivals, random), life.end()));
      wrong += found.equals(expected) ? 0 : 1;
    }
    assertTrue(wrong > 100, wrong + " of 2000 were wrong");
  }

  private static void on(RecordedLife.RecordedDay day, int number, Runnable work) {
    if (day.number() == number) {
      work.run();
    }
  }

  private static void fail(RecordedLife.RecordedDay day, String id, int attempts) {
    day.house().fake.buyer().failNext(id, attempts, "PAYER_CANNOT_PAY");
  }

  private static void refund(RecordedLife.RecordedDay day, String id, String amount) {
    day.house().fake.seller().refund(last(day, id).id(), Money.of(amount, "USD"));
  }

  private static void reverse(RecordedLife.RecordedDay day, String id) {
    day.house().fake.seller().reverse(last(day, id).id());
  }

  private static FakeSale last(RecordedLife.RecordedDay day, String id) {
    List<FakeSale> sales = day.house().fake.salesOf(id);
    return sales.get(sales.size() - 1);
  }
}
