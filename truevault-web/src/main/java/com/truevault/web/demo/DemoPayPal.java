package com.truevault.web.demo;

import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.util.Modules;
import com.truevault.TrueVault;
import com.truevault.paypal.PayPalEnvironment;
import com.truevault.paypal.PlanSetup;
import com.truevault.paypal.WebhookSetup;
import com.truevault.paypal.testing.FakeCertificates;
import com.truevault.paypal.testing.FakePayPal;
import com.truevault.paypal.testing.FakePayPalServer;
import com.truevault.paypal.testing.LoopbackExchange;
import com.truevault.setting.SettingKey;
import com.truevault.web.host.FormTargets;
import com.truevault.web.host.PaymentModule;
import com.truevault.web.host.WebhookModule;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A PayPal of the demo's own on this machine, and the host's doors to it. */
public final class DemoPayPal implements AutoCloseable {
  private static final String ACTOR = "system";
  private static final Duration TRUST = Duration.ofDays(1);

  private final FakePayPalServer server;
  private final FakePayPal fake;

  private DemoPayPal(FakePayPalServer server, FakePayPal fake) {
    this.server = server;
    this.fake = fake;
  }

  /** One that answers on a port of its own and lives by the given clock. */
  public static DemoPayPal start(InstantSource clock, SecureRandom random) {
    FakeCertificates certificates = new FakeCertificates(random, clock.instant().minus(TRUST));
    FakePayPalServer server = new FakePayPalServer(0);
    FakePayPal fake = new FakePayPal(clock, random, certificates, server.base());
    server.serve(fake);
    return new DemoPayPal(server, fake);
  }

  /** What a host needs to be paid by it. */
  public Module module() {
    LoopbackExchange exchange = new LoopbackExchange(server.base());
    Function<String, PayPalEnvironment> environments = mode -> fake.environment();
    FormTargets page = new FormTargets(List.of(server.base().toString()));
    return Modules.combine(
        new PaymentModule(exchange, environments, page),
        new WebhookModule(),
        binder -> binder.bind(FakePayPal.class).toInstance(fake));
  }

  /** Sets up what is sold, as an operator would. */
  public void sell(Injector host) {
    host.getInstance(TrueVault.class)
        .settings()
        .change(
            ACTOR,
            Map.of(
                SettingKey.PAYPAL_CLIENT_ID, FakePayPal.CREDENTIALS.clientId(),
                SettingKey.PAYPAL_SECRET, FakePayPal.CREDENTIALS.secret()));
    host.getInstance(PlanSetup.class).apply();
  }

  /** Has it tell the host what happens; the host has to answer by then. */
  public void tell(Injector host) {
    host.getInstance(WebhookSetup.class).apply();
  }

  /** What happens there. */
  public FakePayPal fake() {
    return fake;
  }

  @Override
  public void close() {
    server.close();
  }
}
