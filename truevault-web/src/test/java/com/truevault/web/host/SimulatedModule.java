package com.truevault.web.host;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.OptionalBinder;
import com.truevault.billing.PaymentGateway;
import com.truevault.paypal.PayPalAccount;
import com.truevault.paypal.PayPalCredentials;
import com.truevault.paypal.PayPalEnvironment;
import com.truevault.paypal.webhook.PayPalAnswers;
import com.truevault.paypal.webhook.PayPalWebhooks;
import com.truevault.paypal.webhook.Reason;
import com.truevault.paypal.webhook.UnverifiedException;
import com.truevault.paypal.webhook.VerificationPolicy;
import com.truevault.secret.RandomIds;
import com.truevault.testing.SimulatedGateway;
import com.truevault.webhook.WebhookReader;
import java.time.InstantSource;

/** Payments that tests decide about by a call, and a reader of deliveries that is given. */
final class SimulatedModule extends AbstractModule {
  /** Reads as in production, but no certificate is to be had. */
  static final WebhookReader WITHOUT_CERTIFICATES =
      new PayPalWebhooks(
          () ->
              new PayPalAccount(
                  PayPalEnvironment.SANDBOX, new PayPalCredentials("", ""), "8PT597110X687430L"),
          address -> {
            throw new UnverifiedException(Reason.CERT_UNAVAILABLE, "no network in tests");
          },
          PayPalAnswers.NONE,
          VerificationPolicy.STRICT,
          () -> TestHost.START);

  private final WebhookReader webhooks;

  SimulatedModule(WebhookReader webhooks) {
    this.webhooks = webhooks;
  }

  @Override
  protected void configure() {
    bind(PaymentGateway.class).to(SimulatedGateway.class);
    OptionalBinder.newOptionalBinder(binder(), WebhookReader.class)
        .setBinding()
        .toInstance(webhooks);
  }

  @Provides
  @Singleton
  SimulatedGateway gateway(RandomIds random, InstantSource clock) {
    return new SimulatedGateway(random, clock, "https://pay.example.com/approve/");
  }
}
