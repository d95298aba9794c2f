package com.truevault.web.host;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.OptionalBinder;
import com.truevault.Storage;
import com.truevault.TrueVault;
import com.truevault.billing.PaymentGateway;
import com.truevault.documents.PdfInvoices;
import com.truevault.health.Probe;
import com.truevault.mail.MailSender;
import com.truevault.secret.MasterKey;
import com.truevault.user.PasswordHasher.Cost;
import com.truevault.web.config.Keys;
import com.truevault.webhook.MissedEvents;
import com.truevault.webhook.UnconfiguredReader;
import com.truevault.webhook.WebhookReader;
import java.security.SecureRandom;
import java.time.InstantSource;

/** The library, joined with its ports. */
public final class VaultModule extends AbstractModule {
  private final Cost passwordCost;

  /** Hashes passwords at the given cost; tests choose less than the standard. */
  public VaultModule(Cost passwordCost) {
    this.passwordCost = passwordCost;
  }

  /** Without a module that binds one, no deliveries are taken in. */
  @Override
  protected void configure() {
    OptionalBinder.newOptionalBinder(binder(), WebhookReader.class)
        .setDefault()
        .toInstance(new UnconfiguredReader());
    OptionalBinder.newOptionalBinder(binder(), MissedEvents.class)
        .setDefault()
        .toInstance(MissedEvents.NONE);
  }

  @Provides
  @Singleton
  TrueVault vault(
      Ports ports, Keys keys, SiteAddress address, SecureRandom random, InstantSource clock) {
    return TrueVault.builder()
        .storage(ports.storage())
        .payments(ports.payments())
        .mail(ports.mail())
        .probe(ports.probe())
        .webhooks(ports.events().webhooks())
        .missedEvents(ports.events().missed())
        .invoicePrinter(new PdfInvoices())
        .masterKeys(keys.master().toArray(MasterKey[]::new))
        .baseUrl(address.text())
        .clock(clock)
        .random(random)
        .passwordCost(passwordCost)
        .build();
  }

  @Provides
  @Singleton
  Ports ports(
      Storage storage, PaymentGateway payments, MailSender mail, Probe probe, Events events) {
    return new Ports(storage, payments, mail, probe, events);
  }

  @Provides
  @Singleton
  Events events(WebhookReader webhooks, MissedEvents missed) {
    return new Events(webhooks, missed);
  }

  record Ports(
      Storage storage, PaymentGateway payments, MailSender mail, Probe probe, Events events) {}

  record Events(WebhookReader webhooks, MissedEvents missed) {}
}
