package com.truevault.paypal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.truevault.TrueVaultException;
import com.truevault.billing.Fact;
import com.truevault.billing.Money;
import com.truevault.billing.PaymentGateway.RefundOrder;
import com.truevault.billing.ProviderStatus;
import com.truevault.paypal.testing.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsTest {
  private static final String SUBSCRIPTIONS = "/v1/billing/subscriptions";

  private final FakeFixture fixture = new FakeFixture();

  @ParameterizedTest
  @EnumSource
  void anOrderIsOpenedOnceWhateverGoesWrong(Fault fault) {
    fixture.fake.fail(fault, "POST", SUBSCRIPTIONS);
    String id = fixture.shop.gateway.open(TestShop.order("a", TestShop.PERSONAL)).gatewayId();
    assertEquals(1, fixture.fake.subscriptions().size());
    assertEquals("a", fixture.read(id).reference());
  }

  @ParameterizedTest
  @EnumSource
  void moneyGoesBackOnceWhateverGoesWrong(Fault fault) {
    String id = fixture.subscribed("a");
    String sale = fixture.facts(id, Fact.Sale.class).get(0).saleId();
    fixture.fake.fail(fault, "POST", "/refund");
    fixture.shop.gateway.refund(
        new RefundOrder("tv-refund-1", sale, Money.of("5.00", "USD"), "half of it"));
    assertEquals(1, fixture.fake.refunds().size());
  }

  @ParameterizedTest
  @EnumSource
  void anEndIsReachedWhateverGoesWrong(Fault fault) {
    String id = fixture.subscribed("a");
    fixture.fake.fail(fault, "POST", "/cancel");
    fixture.shop.gateway.cancel(id, "test");
    assertEquals(ProviderStatus.CANCELLED, fixture.read(id).snapshot().status());
  }

  @ParameterizedTest
  @EnumSource
  void aPauseIsReachedWhateverGoesWrong(Fault fault) {
    String id = fixture.subscribed("a");
    fixture.fake.fail(fault, "POST", "/suspend");
    fixture.shop.gateway.suspend(id, "test");
    assertEquals(ProviderStatus.SUSPENDED, fixture.read(id).snapshot().status());
  }

  @ParameterizedTest
  @EnumSource
  void aReadingIsWholeWhateverGoesWrong(Fault fault) {
    String id = fixture.subscribed("a");
    fixture.fake.fail(fault, "GET", "/transactions");
    assertEquals(1, fixture.facts(id, Fact.Sale.class).size());
  }

  @Test
  void aPayPalThatIsDownIsUnavailableAndHarmsNothing() {
    String id = fixture.subscribed("a");
    fixture.fake.down(true);
    TrueVaultException refusal = assertThrows(TrueVaultException.class, () -> fixture.read(id));
    assertEquals("paypal-failing", refusal.code());
    fixture.fake.down(false);
    assertEquals(ProviderStatus.ACTIVE, fixture.read(id).snapshot().status());
  }
}
