package com.truevault.paypal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.TrueVaultException;
import com.truevault.billing.BillingCycle;
import com.truevault.billing.Terms;
import com.truevault.paypal.testing.Fault;
import com.truevault.user.Plan;
import java.net.URI;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SetupTest {
  private final FakeFixture fixture = new FakeFixture();
  private final TestShop shop = fixture.shop;

  @Test
  void nothingIsDoneBeforeItIsApplied() {
    shop.offers.set(TestShop.offers("11.99"));
    List<SetupStep> plan = shop.planSetup().plan();
    assertEquals(plan, shop.planSetup().plan());
    assertEquals(
        List.of(
            "create the plan \"Personal, monthly\" at 11.99 USD",
            "create the plan \"Personal, yearly\" at 119.90 USD"),
        texts(plan, SetupStep.Kind.CREATE));
  }

  @Test
  void aNewPriceIsANewPlanAndTheOldOneGoesOnForThoseWhoHaveIt() {
    String before = fixture.subscribed("before");
    shop.offers.set(TestShop.offers("11.99"));
    List<SetupStep> done = shop.planSetup().apply();
    assertEquals(2, texts(done, SetupStep.Kind.DEACTIVATE).size());
    assertEquals(List.of(), shop.planSetup().plan());
    assertEquals(TestShop.PERSONAL, fixture.read(before).snapshot().terms());
    Terms dearer = TestShop.terms(Plan.PERSONAL, BillingCycle.MONTHLY, "11.99");
    String after = shop.gateway.open(TestShop.order("after", dearer)).gatewayId();
    assertEquals(dearer, fixture.read(after).snapshot().terms());
  }

  @Test
  void aPriceThatComesBackTakesItsOldPlanAgain() {
    int plans = shop.plans.list("sandbox").size();
    shop.offers.set(TestShop.offers("11.99"));
    shop.planSetup().apply();
    shop.offers.set(TestShop.offers("9.99"));
    assertEquals(2, texts(shop.planSetup().apply(), SetupStep.Kind.CHANGE).size());
    assertEquals(plans + 2, shop.plans.list("sandbox").size());
    fixture.subscribed("again");
  }

  @Test
  void aSetupThatBrokeOffIsFinishedByTheNext() {
    shop.offers.set(TestShop.offers("11.99"));
    for (int attempt = 0; attempt < 4; attempt++) {
      fixture.fake.fail(Fault.ERROR_AFTER_COMMIT, "POST", "/v1/billing/plans");
    }
    assertThrows(PayPalException.class, () -> shop.planSetup().apply());
    shop.planSetup().apply();
    assertEquals(List.of(), shop.planSetup().plan());
    assertEquals(8, shop.plans.list("sandbox").size());
    fixture.requireNoBreach();
  }

  @Test
  void theWebhookHearsWhatIsWantedAndNoMore() {
    shop.webhookSetup().apply();
    shop.client.webhooks().listen(shop.webhookId(), List.of("PAYMENT.SALE.COMPLETED"));
    assertEquals(
        List.of(SetupStep.Kind.CHANGE),
        shop.webhookSetup().apply().stream().map(SetupStep::kind).toList());
    assertEquals(List.of(), shop.webhookSetup().apply());
    fixture.requireNoBreach();
  }

  @Test
  void whereRealMoneyMovesTheSiteHasToBeReachedByHttps() {
    PayPalClient live =
        new PayPalClient(
            fixture.fake,
            () ->
                new PayPalAccount(PayPalEnvironment.LIVE, fixture.fake.account().credentials(), ""),
            new Timing(fixture.clock, time -> {}, new Random(1)));
    WebhookSetup setup = new WebhookSetup(live, URI.create("http://vpn.example.com"), id -> {});
    TrueVaultException refusal = assertThrows(TrueVaultException.class, setup::plan);
    assertEquals("webhook-needs-https", refusal.code());
    assertTrue(refusal.getMessage().contains("http://vpn.example.com"));
  }

  private static List<String> texts(List<SetupStep> steps, SetupStep.Kind kind) {
    return steps.stream().filter(step -> step.kind() == kind).map(SetupStep::text).toList();
  }
}
