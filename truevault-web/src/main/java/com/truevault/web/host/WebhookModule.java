package com.truevault.web.host;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.OptionalBinder;
import com.truevault.TrueVault;
import com.truevault.paypal.NetExchange;
import com.truevault.paypal.PayPalAccount;
import com.truevault.paypal.PayPalCredentials;
import com.truevault.paypal.PayPalEnvironment;
import com.truevault.paypal.webhook.FetchedCertificates;
import com.truevault.paypal.webhook.PayPalAnswers;
import com.truevault.paypal.webhook.PayPalWebhooks;
import com.truevault.paypal.webhook.PemFile;
import com.truevault.paypal.webhook.UnverifiedException;
import com.truevault.paypal.webhook.VerificationPolicy;
import com.truevault.setting.SettingKey;
import com.truevault.setting.Settings;
import com.truevault.web.config.WebConfig;
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
  }

  /** The settings rest in the vault that the reader is made for. */
  @Provides
  @Singleton
  PayPalWebhooks webhooks(Provider<TrueVault> vault, WebConfig config, InstantSource clock) {
    List<X509Certificate> more = intermediates(config.paypalIntermediates());
    return new PayPalWebhooks(
        () -> account(vault.get().settings(), more),
        new FetchedCertificates(new NetExchange(), clock),
        PayPalAnswers.NONE,
        VerificationPolicy.STRICT,
        clock);
  }

  private static PayPalAccount account(Settings settings, List<X509Certificate> intermediates) {
    return new PayPalAccount(
        PayPalEnvironment.of(settings.text(SettingKey.PAYPAL_MODE))
            .withIntermediates(intermediates),
        new PayPalCredentials(
            settings.text(SettingKey.PAYPAL_CLIENT_ID), settings.secret(SettingKey.PAYPAL_SECRET)),
        settings.text(SettingKey.PAYPAL_WEBHOOK_ID));
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
