package com.truevault.subscription;

import static com.truevault.subscription.PaidStory.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.TrueVaultException;
import com.truevault.billing.BillingCycle;
import com.truevault.billing.BillingStatus;
import com.truevault.billing.EndReason;
import com.truevault.billing.Fact.Dispute;
import com.truevault.billing.Fact.Fee;
import com.truevault.billing.Fact.Repayment;
import com.truevault.billing.Fact.RepaymentKind;
import com.truevault.billing.Fact.Review;
import com.truevault.billing.Fact.Sale;
import com.truevault.billing.Fact.SaleState;
import com.truevault.billing.Money;
import com.truevault.billing.ProviderStatus;
import com.truevault.ledger.Invoice;
import com.truevault.ledger.LedgerAccount;
import com.truevault.ledger.Payment;
import com.truevault.ledger.PaymentStatus;
import com.truevault.setting.SettingKey;
import com.truevault.user.Plan;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Money that comes, goes back, is taken back, or is not understood. */
class MoneyStoryTest {
  private static final Currency USD = Currency.getInstance("USD");

  private final PaidStory story = new PaidStory();

  private Payment firstPayment() {
    List<Payment> paid = story.fixture().storage().payments().of(story.id());
    return paid.get(paid.size() - 1);
  }

  private Map<LedgerAccount, Long> balances() {
    Map<LedgerAccount, Long> used = story.fixture().storage().ledger().balances(USD);
    return used.entrySet().stream()
        .filter(balance -> balance.getValue() != 0)
        .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private List<String> numbers() {
    return story.fixture().storage().invoices().ofUser(story.kim().id()).stream()
        .map(Invoice::number)
        .toList();
  }

  private void reports(com.truevault.billing.Fact fact) {
    story.gateway().add(story.gatewayId(), fact);
    story.fixture().vault().reconciliation().reconcile(story.id());
    story.round();
  }

  @Test
  void booksAPaymentItsFeeAndItsInvoice() {
    Payment paid = firstPayment();
    reports(new Fee(paid.saleId(), Money.of("0.59", "USD"), day(0)));

    assertEquals(Money.of("0.59", "USD"), firstPayment().fee());
    assertEquals(
        Map.of(
            LedgerAccount.PAYPAL_CLEARING, 940L,
            LedgerAccount.PAYPAL_FEES, 59L,
            LedgerAccount.REVENUE, -999L),
        balances());
    Invoice invoice = story.fixture().storage().invoices().find("INV-2026-001").orElseThrow();
    assertEquals("TrueVault VPN, Personal plan, one month", invoice.description());
    assertEquals("2026-01-31", String.valueOf(invoice.periodFrom()));
    assertEquals("2026-02-28", String.valueOf(invoice.periodTo()));
  }

  @Test
  void learnsTheSameAgainWithoutBookingItAgain() {
    for (int i = 0; i < 5; i++) {
      story.fixture().vault().reconciliation().reconcile(story.id());
    }

    assertEquals(List.of("INV-2026-001"), numbers());
    assertEquals(1, story.fixture().storage().ledger().of(story.id()).size());
    assertEquals(1, story.subjects().size());
  }

  @Test
  void splitsTaxOnceAndGivesItBackWithTheMoney() {
    PaidStory taxed = story;
    taxed.fixture().vault().settings().change("admin", Map.of(SettingKey.TAX_RATE, "19"));
    taxed.paysOn(day(28)).until(day(29));
    Payment renewal = taxed.fixture().storage().payments().of(taxed.id()).get(0);
    Map<LedgerAccount, Long> before = balances();
    assertEquals(-160L, before.get(LedgerAccount.TAX));
    assertEquals(-999L - 839L, before.get(LedgerAccount.REVENUE));

    taxed.fixture().vault().money().refunds().give("admin", renewal.saleId(), usd("4.00"), "sorry");
    taxed.round();

    Invoice note = taxed.fixture().storage().invoices().find("CN-2026-001").orElseThrow();
    assertEquals("INV-2026-002", note.corrects());
    assertEquals(usd("-4.00"), note.total());
    assertEquals(usd("-3.36"), note.net());
    assertEquals(-160L + 64L, balances().get(LedgerAccount.TAX));
    assertEquals(336L, balances().get(LedgerAccount.REFUNDS));
    assertEquals(BillingStatus.ACTIVE, taxed.status());
  }

  @Test
  void endsWhenAllOfThePeriodIsGivenBack() {
    story
        .fixture()
        .vault()
        .money()
        .refunds()
        .give("admin", firstPayment().saleId(), usd("9.99"), "x");
    story.round().round();

    assertEquals(EndReason.REFUNDED, story.row().standing().endReason());
    assertFalse(story.mayConnect());
    assertEquals(PaymentStatus.REFUNDED, firstPayment().status());
    assertEquals(ProviderStatus.CANCELLED, story.gateway().status(story.gatewayId()));
    assertTrue(story.subjects().contains("9.99 USD goes back to you, CN-2026-001"));
  }

  @Test
  void withdrawsWithinTheLegalPeriodAndGetsAllBack() {
    story.until(day(13));
    story.fixture().vault().subscriptions().withdraw(story.kim());
    story.round().round();

    assertEquals(EndReason.WITHDRAWN, story.row().standing().endReason());
    assertEquals(usd("9.99"), firstPayment().repaid());
    assertEquals(ProviderStatus.CANCELLED, story.gateway().status(story.gatewayId()));
    assertFalse(story.mayConnect());
  }

  @Test
  void refusesAWithdrawalThatComesTooLate() {
    story.until(day(14));

    assertEquals(
        "withdrawal-over",
        assertThrows(
                TrueVaultException.class,
                () -> story.fixture().vault().subscriptions().withdraw(story.kim()))
            .code());
  }

  @Test
  void endsAndAsksAPersonWhenThePaymentIsTakenBack() {
    String sale = firstPayment().saleId();
    reports(new Repayment("CB1", sale, RepaymentKind.REVERSAL, usd("9.99"), day(1)));
    story.round();

    assertEquals(EndReason.CHARGEBACK, story.row().standing().endReason());
    assertTrue(story.row().standing().inReview());
    assertEquals(999L, balances().get(LedgerAccount.CHARGEBACKS));
    assertEquals(ProviderStatus.CANCELLED, story.gateway().status(story.gatewayId()));
    assertEquals("payment-taken-back", refusedStart());
    Review review = story.fixture().vault().money().reviews().of(story.id()).get(0);
    story
        .fixture()
        .vault()
        .money()
        .reviews()
        .resolve("admin", story.id(), review.about(), Reviews.Decision.DISMISS);
    story.fixture().vault().subscriptions().start(story.kim(), Plan.FAMILY, BillingCycle.MONTHLY);
  }

  private String refusedStart() {
    return assertThrows(
            TrueVaultException.class,
            () ->
                story
                    .fixture()
                    .vault()
                    .subscriptions()
                    .start(story.kim(), Plan.FAMILY, BillingCycle.MONTHLY))
        .code();
  }

  @Test
  void putsMoneyThatNobodyAgreedToInSuspenseUntilAPersonAcceptsIt() {
    story.until(day(28));
    reports(new Sale("ODD", SaleState.COMPLETED, usd("9.98"), day(28)));

    assertTrue(story.row().standing().inReview());
    assertEquals(-998L, balances().get(LedgerAccount.SUSPENSE));
    assertEquals(List.of("INV-2026-001"), numbers());
    assertTrue(story.mayConnect());

    story
        .fixture()
        .vault()
        .money()
        .reviews()
        .resolve("admin", story.id(), "sale:ODD", Reviews.Decision.ACCEPT);

    assertFalse(story.row().standing().inReview());
    assertEquals(List.of("INV-2026-002", "INV-2026-001"), numbers());
    assertFalse(balances().containsKey(LedgerAccount.SUSPENSE));
    assertEquals(BillingStatus.ACTIVE, story.status());
  }

  @Test
  void givesBackMoneyInSuspenseWithoutACreditNote() {
    story.until(day(28));
    reports(new Sale("ODD", SaleState.COMPLETED, usd("9.98"), day(28)));

    story
        .fixture()
        .vault()
        .money()
        .reviews()
        .resolve("admin", story.id(), "sale:ODD", Reviews.Decision.REFUND);
    story.round();

    assertFalse(balances().containsKey(LedgerAccount.SUSPENSE));
    assertEquals(List.of("INV-2026-001"), numbers());
  }

  @Test
  void issuesNoThirdInvoiceOfADayWithoutALook() {
    reports(new Sale("SECOND", SaleState.COMPLETED, usd("9.99"), day(0.1)));
    reports(new Sale("THIRD", SaleState.COMPLETED, usd("9.99"), day(0.2)));

    assertEquals(List.of("INV-2026-002", "INV-2026-001"), numbers());
    assertEquals(-999L, balances().get(LedgerAccount.SUSPENSE));
    assertTrue(story.row().standing().inReview());
  }

  @Test
  void takesNoSaleOfAnotherSubscription() {
    PaidStory other = story;
    String sale = firstPayment().saleId();
    var lee = other.fixture().customer("lee@example.com");
    var second = other.fixture().subscribe(lee, Plan.PERSONAL, BillingCycle.MONTHLY);
    other
        .gateway()
        .add(
            String.valueOf(second.gatewayId()),
            new Sale(sale, SaleState.COMPLETED, usd("9.99"), day(0)));

    var row = other.fixture().vault().reconciliation().reconcile(second.publicId());

    assertTrue(row.standing().inReview());
    assertEquals(-2 * 999L, balances().get(LedgerAccount.REVENUE));
  }

  @Test
  void endsAtTheProviderWhatACustomerSaysToHaveCancelled() {
    String sale = firstPayment().saleId();
    reports(new Dispute("D1", sale, "CANCELED_RECURRING_BILLING", "CHARGEBACK", "", day(1)));
    story.round();

    assertEquals(BillingStatus.CANCEL_SCHEDULED, story.status());
    assertEquals(ProviderStatus.CANCELLED, story.gateway().status(story.gatewayId()));
    assertTrue(story.mayConnect());
  }

  private static Money usd(String amount) {
    return Money.of(amount, "USD");
  }
}
