package com.truevault.web.host;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.OptionalBinder;
import com.truevault.Storage;
import com.truevault.TrueVault;
import com.truevault.billing.PaymentGateway;
import com.truevault.paypal.HttpExchange;
import com.truevault.paypal.NetExchange;
import com.truevault.paypal.PayPalClient;
import com.truevault.paypal.PayPalEnvironment;
import com.truevault.paypal.PayPalGateway;
import com.truevault.paypal.PlanSetup;
import com.truevault.paypal.Timing;
import com.truevault.paypal.WebhookSetup;
import com.truevault.setting.SettingKey;
import com.truevault.setting.Settings;
import com.truevault.web.billing.PayPalDesk;
import com.truevault.web.billing.PayPalSettings;
import com.truevault.web.billing.PayPalSetupDesk;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Money comes by PayPal, once client id and secret are set. */
public final class PaymentModule extends AbstractModule {
  /** Where people approve, whichever mode is set by then. */
  private static final FormTargets PAGES =
      new FormTargets(List.of("https://www.paypal.com", "https://www.sandbox.paypal.com"));

  private final HttpExchange exchange;
  private final Function<String, PayPalEnvironment> environments;
  private final FormTargets targets;

  /** The PayPal of the world. */
  public PaymentModule() {
    this(new NetExchange(), PayPalEnvironment::of, PAGES);
  }

  /**
   * Another PayPal, such as one that lives in memory.
   *
   * @param environments the world of each mode
   * @param targets where people approve
   */
  public PaymentModule(
      HttpExchange exchange,
      Function<String, PayPalEnvironment> environments,
      FormTargets targets) {
    this.exchange = exchange;
    this.environments = environments;
    this.targets = targets;
  }

  @Override
  protected void configure() {
    OptionalBinder.newOptionalBinder(binder(), FormTargets.class).setBinding().toInstance(targets);
    OptionalBinder.newOptionalBinder(binder(), PayPalDesk.class)
        .setBinding()
        .to(PayPalSetupDesk.class);
  }

  @Provides
  @Singleton
  PayPalSetupDesk desk(PayPalClient client, PlanSetup plans, WebhookSetup webhook) {
    return new PayPalSetupDesk(client, plans, webhook);
  }

  @Provides
  @Singleton
  HttpExchange exchange() {
    return exchange;
  }

  @Provides
  @Singleton
  PayPalSettings settings(Provider<TrueVault> vault, SiteAddress address) {
    return new PayPalSettings(() -> vault.get().settings(), environments, address.text());
  }

  @Provides
  @Singleton
  PayPalClient client(PayPalSettings settings, InstantSource clock, SecureRandom random) {
    return new PayPalClient(exchange, settings::account, Timing.real(clock, random));
  }

  @Provides
  @Singleton
  PaymentGateway gateway(
      PayPalClient client, Storage storage, PayPalSettings settings, InstantSource clock) {
    return new PayPalGateway(client, storage.gatewayPlans(), settings::pages, clock);
  }

  @Provides
  @Singleton
  PlanSetup plans(
      PayPalClient client, Provider<TrueVault> vault, Storage storage, InstantSource clock) {
    return new PlanSetup(client, () -> vault.get().plans().offers(), storage.gatewayPlans(), clock);
  }

  @Provides
  @Singleton
  WebhookSetup webhook(PayPalClient client, SiteAddress address, Provider<TrueVault> vault) {
    return new WebhookSetup(
        client,
        address.url(),
        id ->
            vault
                .get()
                .settings()
                .change(Settings.SYSTEM, Map.of(SettingKey.PAYPAL_WEBHOOK_ID, id)));
  }
}
