package com.truevault.web.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.Injector;
import com.truevault.TrueVault;
import com.truevault.TrueVaultException;
import com.truevault.billing.BillingCycle;
import com.truevault.billing.Offer;
import com.truevault.billing.PaymentGateway;
import com.truevault.billing.ProviderStatus;
import com.truevault.billing.Terms;
import com.truevault.paypal.PlanSetup;
import com.truevault.paypal.WebhookSetup;
import com.truevault.paypal.testing.FakeCertificates;
import com.truevault.paypal.testing.FakePayPal;
import com.truevault.setting.SettingKey;
import com.truevault.user.PasswordHasher.Cost;
import com.truevault.web.config.ConfigReader;
import com.truevault.web.config.Keys;
import com.truevault.web.config.WebConfig;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaymentModuleTest {
  private final InstantSource clock = InstantSource.system();
  private final FakePayPal fake =
      new FakePayPal(
          clock,
          new Random(1),
          new FakeCertificates(new SecureRandom(), clock.instant()),
          URI.create("http://127.0.0.1:8090"));
  @TempDir private Path folder = Path.of("");
  private Injector parts = Composition.of();

  @BeforeEach
  void open() {
    WebConfig config = ConfigReader.read(folder, Map.of(), Map.of());
    parts =
        Composition.of(
            new ConfigModule(config, Keys.load(config, new SecureRandom()), clock),
            new StorageModule(),
            new PaymentModule(fake, mode -> fake.environment(), FormTargets.NONE),
            new WebhookModule(),
            new MailModule(),
            new OfflineModule(),
            new VaultModule(new Cost(64, 1)));
  }

  @AfterEach
  void close() {
    vault().close();
  }

  @Test
  void moneyIsTakenFromTheMomentOnThatPayPalIsSetUp() {
    TrueVaultException refusal = assertThrows(TrueVaultException.class, this::order);
    assertEquals("payments-not-configured", refusal.code());
    setCredentials();
    assertEquals("plan-not-set-up", assertThrows(TrueVaultException.class, this::order).code());
    assertEquals(7, parts.getInstance(PlanSetup.class).apply().size());
    assertEquals(List.of(), parts.getInstance(PlanSetup.class).plan());
    PaymentGateway.Approval approval = order();
    assertTrue(fake.buyer().approve(approval.gatewayId()));
    assertEquals(
        ProviderStatus.ACTIVE,
        parts
            .getInstance(PaymentGateway.class)
            .read(approval.gatewayId(), Instant.EPOCH)
            .snapshot()
            .status());
  }

  @Test
  void theRegisteredWebhookIsWrittenDown() {
    setCredentials();
    parts.getInstance(WebhookSetup.class).apply();
    assertFalse(vault().settings().text(SettingKey.PAYPAL_WEBHOOK_ID).isEmpty());
    assertEquals(List.of(), parts.getInstance(WebhookSetup.class).plan());
  }

  private PaymentGateway.Approval order() {
    Offer offer = vault().plans().offers().get(0);
    Terms terms = new Terms(offer.plan(), BillingCycle.MONTHLY, offer.price(BillingCycle.MONTHLY));
    return parts
        .getInstance(PaymentGateway.class)
        .open(new PaymentGateway.Order("tv-open-a-1", "a", terms, "ada@example.com", null));
  }

  private void setCredentials() {
    vault()
        .settings()
        .change(
            "test",
            Map.of(
                SettingKey.PAYPAL_CLIENT_ID,
                FakePayPal.CREDENTIALS.clientId(),
                SettingKey.PAYPAL_SECRET,
                FakePayPal.CREDENTIALS.secret()));
  }

  private TrueVault vault() {
    return parts.getInstance(TrueVault.class);
  }
}
