package com.truevault.web.host;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.OptionalBinder;
import com.truevault.Storage;
import com.truevault.paypal.HttpExchange;
import com.truevault.paypal.PayPalClient;
import com.truevault.paypal.webhook.ClientAnswers;
import com.truevault.paypal.webhook.FetchedCertificates;
import com.truevault.paypal.webhook.MissedDeliveries;
import com.truevault.paypal.webhook.PayPalWebhooks;
import com.truevault.paypal.webhook.PemFile;
import com.truevault.paypal.webhook.UnverifiedException;
import com.truevault.paypal.webhook.VerificationPolicy;
import com.truevault.web.billing.PayPalSettings;
import com.truevault.web.config.WebConfig;
import com.truevault.webhook.MissedEvents;
import com.truevault.webhook.WebhookReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;

/** What PayPal sends, as the settings of the moment have it. */
public final class WebhookModule extends AbstractModule {
  @Override
  protected void configure() {
    OptionalBinder.newOptionalBinder(binder(), WebhookReader.class)
        .setBinding()
        .to(PayPalWebhooks.class);
    OptionalBinder.newOptionalBinder(binder(), MissedEvents.class)
        .setBinding()
        .to(MissedDeliveries.class);
  }

  @Provides
  @Singleton
  MissedDeliveries missed(
      PayPalClient client, PayPalSettings settings, Storage storage, InstantSource clock) {
    return new MissedDeliveries(
        client, () -> settings.receiver().webhookId(), storage.webhooks(), clock);
  }

  @Provides
  @Singleton
  PayPalWebhooks webhooks(
      PayPalSettings settings,
      HttpExchange exchange,
      PayPalClient client,
      WebConfig config,
      InstantSource clock) {
    List<X509Certificate> more = intermediates(config.paypalIntermediates());
    return new PayPalWebhooks(
        () -> settings.receiver().withIntermediates(more),
        new FetchedCertificates(exchange, clock),
        new ClientAnswers(client),
        VerificationPolicy.STRICT,
        clock);
  }

  private static List<X509Certificate> intermediates(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return PemFile.certificates(Files.readAllBytes(file));
    } catch (IOException | UnverifiedException e) {
      throw new IllegalStateException(
          file + " of paypal.intermediates-file cannot be read: " + e.getMessage(), e);
    }
  }
}
