package com.truevault.paypal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.TrueVaultException;
import com.truevault.billing.Fact;
import com.truevault.billing.Money;
import com.truevault.billing.PaymentGateway.Approval;
import com.truevault.billing.PaymentGateway.RefundOrder;
import com.truevault.billing.PaymentGateway.Report;
import com.truevault.billing.ProviderStatus;
import com.truevault.paypal.testing.FakePayPal;
import com.truevault.paypal.testing.Oddity;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PayPalGatewayTest {
  private static final Duration MONTH = Duration.ofDays(31);

  private final FakeFixture fixture = new FakeFixture();
  private final FakePayPal fake = fixture.fake;
  private final PayPalGateway gateway = fixture.shop.gateway;
  private final String id = fixture.subscribed("ours");

  @AfterEach
  void nothingBreaksPayPalsDescription() {
    fixture.requireNoBreach();
  }

  @Test
  void anApprovedOrderIsActiveAndPaid() {
    Report report = fixture.read(id);
    assertEquals(ProviderStatus.ACTIVE, report.snapshot().status());
    assertEquals(TestShop.PERSONAL, report.snapshot().terms());
    assertEquals("ours", report.reference());
    assertEquals(List.of(), report.doubts());
    Fact.Sale sale = sale();
    assertEquals(Fact.SaleState.COMPLETED, sale.state());
    assertEquals(Money.of("9.99", "USD"), sale.gross());
    assertEquals(sale.saleId(), fixture.facts(id, Fact.Fee.class).get(0).saleId());
  }

  @Test
  void readingAgainTellsTheSame() {
    fake.seller().refund(sale().saleId(), Money.of("1.00", "USD"));
    assertEquals(fixture.read(id), fixture.read(id));
  }

  @Test
  void salesOfAYearAreReadWindowByWindow() {
    for (int month = 0; month < 12; month++) {
      fixture.pass(MONTH);
    }
    assertEquals(fake.salesOf(id).size(), fixture.facts(id, Fact.Sale.class).size());
    assertTrue(fake.salesOf(id).size() >= 12);
  }

  @Test
  void salesBeforeTheWantedTimeAreLeftOut() {
    fixture.pass(MONTH);
    Instant since = FakeFixture.START.plus(Duration.ofDays(1));
    long sales =
        gateway.read(id, since).facts().stream().filter(Fact.Sale.class::isInstance).count();
    assertEquals(fake.salesOf(id).size() - 1, sales);
  }

  @Test
  void aFailedRenewalIsAFailureWithReasonAndNextTry() {
    fake.buyer().failNext(id, 1, "PAYER_CANNOT_PAY");
    fixture.pass(MONTH);
    List<Fact.Failure> failures = fixture.facts(id, Fact.Failure.class);
    assertEquals(1, failures.size());
    assertEquals("PAYER_CANNOT_PAY", failures.get(0).reason());
    assertTrue(failures.get(0).nextRetry() != null);
    assertEquals(Money.of("9.99", "USD"), failures.get(0).amount());
  }

  @Test
  void everyTryThatFailsIsOneFailure() {
    fake.buyer().failNext(id, 3, "PAYER_CANNOT_PAY");
    fixture.pass(MONTH);
    List<Fact.Failure> first = fixture.facts(id, Fact.Failure.class);
    fixture.pass(Duration.ofDays(20));
    List<Fact.Failure> later = fixture.facts(id, Fact.Failure.class);
    assertEquals(1, first.size());
    assertEquals(3, later.size());
    assertTrue(keys(later).containsAll(keys(first)));
    assertEquals(ProviderStatus.SUSPENDED, fixture.read(id).snapshot().status());
    assertTrue(fixture.read(id).snapshot().failedPayments() >= 1);
  }

  @Test
  void whatPayPalPausedAfterFailuresCannotBeWoken() {
    fake.buyer().failNext(id, 3, "PAYER_CANNOT_PAY");
    fixture.pass(Duration.ofDays(50));
    TrueVaultException refusal =
        assertThrows(TrueVaultException.class, () -> gateway.activate(id, "paid"));
    assertEquals("paypal-subscription-cannot-be-activated", refusal.code());
  }

  @Test
  void aPartGivenBackIsARepayment() {
    fake.seller().refund(sale().saleId(), Money.of("4.00", "USD"));
    fake.seller().refund(sale().saleId(), Money.of("0.50", "USD"));
    List<Fact.Repayment> repayments = fixture.facts(id, Fact.Repayment.class);
    assertEquals(
        Set.of(400L, 50L),
        Set.copyOf(repayments.stream().map(each -> each.amount().minor()).toList()));
    assertTrue(repayments.stream().allMatch(r -> r.kind() == Fact.RepaymentKind.REFUND));
    assertEquals(List.of(), fixture.read(id).doubts());
  }

  @Test
  void whatABankTookBackIsAReversalWhateverItsEventLooksLike() {
    fake.oddities(EnumSet.allOf(Oddity.class));
    fake.seller().reverse(sale().saleId());
    Fact.Repayment reversal = fixture.facts(id, Fact.Repayment.class).get(0);
    assertEquals(Fact.RepaymentKind.REVERSAL, reversal.kind());
    assertEquals(Money.of("9.99", "USD"), reversal.amount());
    assertEquals(List.of(), fixture.read(id).doubts());
  }

  @Test
  void aRefundIsGivenOnceAndReadBackAsTheSame() {
    RefundOrder order =
        new RefundOrder(
            "tv-refund-1", sale().saleId(), Money.of("9.99", "USD"), "withdrawal within 14 days");
    Fact.Repayment first = gateway.refund(order);
    Fact.Repayment second = gateway.refund(order);
    assertEquals(first.key(), second.key());
    assertEquals(1, fake.refunds().size());
    assertEquals(List.of(first.key()), keys(fixture.facts(id, Fact.Repayment.class)));
  }

  @Test
  void moreThanIsLeftIsNotGivenBack() {
    gateway.refund(
        new RefundOrder("tv-refund-1", sale().saleId(), Money.of("9.99", "USD"), "all of it"));
    assertThrows(
        TrueVaultException.class,
        () ->
            gateway.refund(
                new RefundOrder(
                    "tv-refund-2", sale().saleId(), Money.of("0.01", "USD"), "and more")));
  }

  @Test
  void aComplaintIsReadFromItsBeginningToItsOutcome() {
    String dispute = fake.buyer().dispute(sale().saleId(), "UNAUTHORISED").id();
    Fact.Dispute open = fixture.facts(id, Fact.Dispute.class).get(0);
    assertTrue(open.isOpen());
    assertEquals("UNAUTHORISED", open.reason());
    assertEquals(sale().saleId(), open.saleId());
    fixture.pass(Duration.ofDays(2));
    fake.seller().resolve(dispute, "RESOLVED_SELLER_FAVOUR");
    Fact.Dispute closed = fixture.facts(id, Fact.Dispute.class).get(0);
    assertFalse(closed.isOpen());
    assertEquals("RESOLVED_SELLER_FAVOUR", closed.outcome());
    assertNotEquals(open.key(), closed.key());
  }

  @Test
  void anotherPlanHoldsOnceTheBuyerApproves() {
    Approval approval = gateway.revise(id, TestShop.order("ours", TestShop.FAMILY));
    assertEquals(id, approval.gatewayId());
    assertEquals(TestShop.PERSONAL, fixture.read(id).snapshot().terms());
    fake.buyer().approve(id);
    assertEquals(TestShop.FAMILY, fixture.read(id).snapshot().terms());
    assertEquals(
        "https://vpn.example.com/plan/thanks",
        gateway.revise(id, TestShop.order("ours", TestShop.FAMILY)).approvalUrl());
  }

  @Test
  void aPlanThatIsNotOursIsADoubtAndNeverADefault() {
    TestShop forgetful = new TestShop(fixture.shop.client, fixture.clock);
    Report report = forgetful.gateway.read(id, Instant.EPOCH);
    assertNull(report.snapshot().terms());
    assertEquals(1, report.doubts().size());
  }

  @Test
  void aPriceThatNobodyAgreedToIsADoubt() {
    fake.seller().reprice(fixture.read(id).snapshot().planId(), Money.of("12.00", "USD"));
    fixture.pass(Duration.ofDays(45));
    Report report = fixture.read(id);
    assertNull(report.snapshot().terms());
    assertTrue(report.doubts().get(0).contains("12.00 USD"), report.doubts()::toString);
  }

  @Test
  void pausingWakingAndEndingMayBeRepeated() {
    gateway.suspend(id, "test");
    gateway.suspend(id, "test");
    assertEquals(ProviderStatus.SUSPENDED, fixture.read(id).snapshot().status());
    gateway.activate(id, "test");
    gateway.activate(id, "test");
    assertEquals(ProviderStatus.ACTIVE, fixture.read(id).snapshot().status());
    gateway.cancel(id, "test");
    gateway.cancel(id, "test");
    assertEquals(ProviderStatus.CANCELLED, fixture.read(id).snapshot().status());
    assertNull(fixture.read(id).snapshot().nextBilling());
  }

  @Test
  void oddAmountsAreReadExactly() {
    fake.oddities(EnumSet.of(Oddity.LONG_AMOUNTS));
    assertEquals(Money.of("9.99", "USD"), sale().gross());
    fake.oddities(EnumSet.of(Oddity.SHORT_AMOUNTS));
    assertEquals(Money.of("9.99", "USD"), sale().gross());
  }

  private Fact.Sale sale() {
    return fixture.facts(id, Fact.Sale.class).get(0);
  }

  private static List<String> keys(List<? extends Fact> facts) {
    return facts.stream().map(Fact::key).toList();
  }
}
