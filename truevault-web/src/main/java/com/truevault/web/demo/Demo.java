package com.truevault.web.demo;

import com.google.inject.Injector;
import com.truevault.TrueVault;
import com.truevault.paypal.testing.FakePayPal;
import com.truevault.secret.RandomIds;
import com.truevault.testing.RecordingMailSender;
import com.truevault.user.PasswordHasher.Cost;
import com.truevault.web.config.Keys;
import com.truevault.web.config.WebConfig;
import com.truevault.web.demo.time.DemoClock;
import com.truevault.web.demo.time.TimeMachine;
import com.truevault.web.host.Composition;
import com.truevault.web.host.ConfigModule;
import com.truevault.web.host.Edition;
import com.truevault.web.host.HealthModule;
import com.truevault.web.host.Host;
import com.truevault.web.host.HttpModule;
import com.truevault.web.host.SiteModule;
import com.truevault.web.host.StorageModule;
import com.truevault.web.host.VaultModule;
import java.security.SecureRandom;
import java.time.InstantSource;

/** A running demo. */
public final class Demo implements AutoCloseable {
  private final Injector parts;
  private final DemoPayPal paypal;
  private final DemoSignIns signIns;
  private final SampleAgent agent;

  private Demo(Injector parts, DemoPayPal paypal, DemoSignIns signIns, SampleAgent agent) {
    this.parts = parts;
    this.paypal = paypal;
    this.signIns = signIns;
    this.agent = agent;
  }

  /** Puts a demo together, fills it and lets it answer. */
  public static Demo start(WebConfig config) {
    SecureRandom random = new SecureRandom();
    DemoSignIns signIns = DemoSignIns.of(config.data(), new RandomIds(random));
    DemoClock clock = new ClockFile(config.data()).clock(InstantSource.system());
    DemoPayPal paypal = DemoPayPal.start(clock, random);
    Injector parts =
        Composition.of(
            new ConfigModule(config, Keys.load(config, random), clock),
            new StorageModule(),
            paypal.module(),
            new VaultModule(Cost.STANDARD),
            new HealthModule(),
            new DemoModule(),
            new ClockModule(clock),
            new SiteModule(Edition.DEMO),
            new HttpModule());
    SampleTraffic traffic = new SampleTraffic(parts.getInstance(TrueVault.class), clock);
    paypal.sell(parts);
    fill(parts, paypal, clock, traffic, signIns);
    parts.getInstance(Host.class).start();
    paypal.tell(parts);
    parts.getInstance(TimeMachine.class).begin();
    return new Demo(parts, paypal, signIns, SampleAgent.reporting(traffic));
  }

  private static void fill(
      Injector parts,
      DemoPayPal paypal,
      DemoClock clock,
      SampleTraffic traffic,
      DemoSignIns signIns) {
    TrueVault vault = parts.getInstance(TrueVault.class);
    SampleHistory history = new SampleHistory(vault, paypal.fake(), clock);
    new SampleData(vault, history::live, parts.getInstance(RandomIds.class), traffic).fill(signIns);
    SampleHealth.fill(vault, clock.instant());
  }

  /** The host behind it. */
  public Host host() {
    return parts.getInstance(Host.class);
  }

  /** What would have been mailed. */
  public RecordingMailSender mailbox() {
    return parts.getInstance(RecordingMailSender.class);
  }

  /** Its PayPal. */
  public FakePayPal paypal() {
    return paypal.fake();
  }

  /** Moves its clock. */
  public TimeMachine time() {
    return parts.getInstance(TimeMachine.class);
  }

  /** Where it is and how to sign in. */
  public DemoJson json() {
    return new DemoJson(
        host().address().text(),
        DemoSignIns.ADMIN,
        signIns.adminPassword(),
        DemoSignIns.CUSTOMER,
        signIns.customerPassword(),
        DemoSignIns.VIP,
        signIns.vipPassword());
  }

  @Override
  public void close() {
    agent.close();
    host().close();
    paypal.close();
  }
}
