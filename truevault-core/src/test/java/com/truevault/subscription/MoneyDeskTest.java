package com.truevault.subscription;

import static com.truevault.subscription.PaidStory.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.billing.BillingStatus;
import com.truevault.billing.EndReason;
import com.truevault.billing.Fact;
import com.truevault.billing.Fact.GrantKind;
import com.truevault.billing.Fact.Review;
import com.truevault.billing.Fact.SaleState;
import com.truevault.billing.Money;
import com.truevault.ledger.Invoice;
import com.truevault.ledger.InvoiceKind;
import com.truevault.ledger.LedgerAccount;
import com.truevault.ledger.Payment;
import com.truevault.ledger.PaymentStatus;
import com.truevault.subscription.Reviews.Decision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MoneyDeskTest {
  private static final Instant DUE = Instant.parse("2026-02-28T10:00:00Z");
  private static final Currency USD = Currency.getInstance("USD");

  private final PaidStory story = new PaidStory();
  private final MoneyDesk desk = story.fixture().vault().money();

  private Payment payment() {
    return story.fixture().storage().payments().of(story.id()).get(0);
  }

  private List<Invoice> documents() {
    return story.fixture().storage().invoices().ofSale(payment().saleId());
  }

  private Map<LedgerAccount, Long> balances() {
    return story.fixture().storage().ledger().balances(USD);
  }

  private void refund(String amount) {
    desk.refunds().give("admin", payment().saleId(), Money.of(amount, "USD"), "a bad day");
  }

  private static String codeOf(Runnable act) {
    return assertThrows(TrueVaultException.class, act::run).code();
  }

  private Review strange(String amount) {
    Fact.Sale sale =
        new Fact.Sale("SALE-ODD", SaleState.COMPLETED, Money.of(amount, "USD"), day(28));
    story.reports(day(28), () -> story.gateway().add(story.gatewayId(), sale));
    story.until(day(28.5));
    return desk.reviews().open().get(0);
  }

  @Test
  void givesAPartBackAndChangesNothingElse() {
    refund("4.00");
    story.round();

    assertEquals(Money.of("4.00", "USD"), payment().repaid());
    assertEquals(PaymentStatus.COMPLETED, payment().status());
    assertEquals(BillingStatus.ACTIVE, story.status());
    assertTrue(story.mayConnect());
    assertEquals(
        List.of(InvoiceKind.INVOICE, InvoiceKind.CREDIT_NOTE),
        documents().stream().map(Invoice::kind).toList());
    assertEquals(Money.of("-4.00", "USD"), documents().get(1).total());
    assertEquals(400L, balances().get(LedgerAccount.REFUNDS));
  }

  @Test
  void givesAllBackAndEndsTheSubscription() {
    refund("9.99");
    story.round().round();

    assertEquals(PaymentStatus.REFUNDED, payment().status());
    assertEquals(EndReason.REFUNDED, story.row().standing().endReason());
    assertFalse(story.mayConnect());
    assertEquals(0L, balances().getOrDefault(LedgerAccount.PAYPAL_CLEARING, 0L));
  }

  @Test
  void givesNoMoreBackThanWasPaidHoweverOftenItIsOrdered() {
    refund("6.00");

    assertEquals("refund-too-large", codeOf(() -> refund("4.00")));
    assertEquals("refund-invalid", codeOf(() -> refund("0.00")));
    assertEquals("refund-invalid", codeOf(() -> refund("-1.00")));
    refund("3.99");
    story.round().round();
    assertEquals(Money.of("9.99", "USD"), payment().repaid());
    assertEquals("refund-too-large", codeOf(() -> refund("0.01")));
  }

  @Test
  void refusesToGiveBackWhatWasNeverPaid() {
    Money amount = Money.of("1.00", "USD");

    assertEquals(
        "payment-not-found",
        codeOf(() -> desk.refunds().give("admin", "SALE-NONE", amount, "why not")));
  }

  @Test
  void extendsGraceSoThatAccessGoesOn() {
    story.failsOn(DUE, DUE.plus(Duration.ofDays(5)));
    story.until(DUE.plus(Duration.ofDays(10)));

    desk.grants().give("admin", story.id(), GrantKind.GRACE, Duration.ofDays(7), "on holiday");

    story.until(DUE.plus(Duration.ofDays(17)));
    assertTrue(story.mayConnect());
    story.until(DUE.plus(Duration.ofDays(19)));
    assertFalse(story.mayConnect());
  }

  @Test
  void givesPaidDaysForNothing() {
    desk.grants().give("admin", story.id(), GrantKind.BONUS, Duration.ofDays(10), "sorry");

    assertEquals(DUE.plus(Duration.ofDays(10)), story.row().paidThrough());
    assertEquals(
        "grant-invalid",
        codeOf(
            () ->
                desk.grants()
                    .give("admin", story.id(), GrantKind.BONUS, Duration.ofDays(367), "much")));
  }

  @Test
  void keepsMoneyNobodyAgreedToInSuspenseUntilItIsAccepted() {
    Review review = strange("5.00");

    assertTrue(Reviews.isAboutMoney(review));
    assertTrue(story.mayConnect());
    assertEquals(-500L, balances().get(LedgerAccount.SUSPENSE));

    desk.reviews().resolve("admin", story.id(), review.about(), Decision.ACCEPT);

    assertEquals(List.of(), desk.reviews().open());
    assertEquals(0L, balances().get(LedgerAccount.SUSPENSE));
    assertEquals(
        "review-not-found",
        codeOf(() -> desk.reviews().resolve("admin", story.id(), review.about(), Decision.ACCEPT)));
  }

  @Test
  void givesMoneyNobodyAgreedToBack() {
    Review review = strange("5.00");

    desk.reviews().resolve("admin", story.id(), review.about(), Decision.REFUND);
    story.round().round();

    Payment odd = story.fixture().storage().payments().find("SALE-ODD").orElseThrow();
    assertEquals(Money.of("5.00", "USD"), odd.repaid());
    assertEquals(0L, balances().get(LedgerAccount.SUSPENSE));
  }

  @Test
  void retriesWhatGaveUpAndNothingElse() {
    assertEquals(
        ErrorKind.NOT_FOUND,
        assertThrows(
                TrueVaultException.class, () -> desk.stuckJobs().retry("admin", "cancel:nothing"))
            .kind());
  }

  @Test
  void countsIncomeByTheSellersDaysAndWhatAMonthBrings() {
    story.paysOn(DUE);
    story.until(day(28.1));
    refund("2.00");
    story.round();

    Map<LocalDate, Money> days = Objects.requireNonNull(desk.revenue().daily().get(USD));
    assertEquals(Money.of("7.99", "USD"), days.get(LocalDate.of(2026, 2, 28)));
    Revenue.Course course = desk.revenue().course();
    assertEquals(Money.of("9.99", "USD"), course.monthly().get(USD));
    assertEquals(Map.of(BillingStatus.ACTIVE, 1L), course.byStatus());
    assertEquals(0, course.lost());
  }
}
