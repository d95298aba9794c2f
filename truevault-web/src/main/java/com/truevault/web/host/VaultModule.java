package com.truevault.web.host;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.truevault.Storage;
import com.truevault.TrueVault;
import com.truevault.billing.PaymentGateway;
import com.truevault.health.Probe;
import com.truevault.mail.MailSender;
import com.truevault.secret.MasterKey;
import com.truevault.user.PasswordHasher.Cost;
import com.truevault.web.config.Keys;
import java.security.SecureRandom;
import java.time.InstantSource;

/** The library, joined with its ports. */
public final class VaultModule extends AbstractModule {
  private final Cost passwordCost;

  /** Hashes passwords at the given cost; tests choose less than the standard. */
  public VaultModule(Cost passwordCost) {
    this.passwordCost = passwordCost;
  }

  @Provides
  @Singleton
  TrueVault vault(Ports ports, Keys keys, SiteAddress address, SecureRandom random) {
    return TrueVault.builder()
        .storage(ports.storage())
        .payments(ports.payments())
        .mail(ports.mail())
        .probe(ports.probe())
        .masterKeys(keys.master().toArray(MasterKey[]::new))
        .baseUrl(address.text())
        .clock(ports.clock())
        .random(random)
        .passwordCost(passwordCost)
        .build();
  }

  @Provides
  @Singleton
  Ports ports(
      Storage storage, PaymentGateway payments, MailSender mail, Probe probe, InstantSource clock) {
    return new Ports(storage, payments, mail, probe, clock);
  }

  record Ports(
      Storage storage,
      PaymentGateway payments,
      MailSender mail,
      Probe probe,
      InstantSource clock) {}
}
