package com.truevault.web.demo;

import com.google.inject.Injector;
import com.truevault.secret.RandomIds;
import com.truevault.testing.RecordingMailSender;
import com.truevault.testing.SimulatedGateway;
import com.truevault.user.PasswordHasher.Cost;
import com.truevault.web.config.Keys;
import com.truevault.web.config.WebConfig;
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
  private final Host host;
  private final DemoSignIns signIns;
  private final RecordingMailSender mailbox;
  private final SampleAgent agent;

  private Demo(Host host, DemoSignIns signIns, RecordingMailSender mailbox, SampleAgent agent) {
    this.host = host;
    this.signIns = signIns;
    this.mailbox = mailbox;
    this.agent = agent;
  }

  /** Puts a demo together, fills it and lets it answer. */
  public static Demo start(WebConfig config) {
    SecureRandom random = new SecureRandom();
    DemoSignIns signIns = DemoSignIns.of(config.data(), new RandomIds(random));
    Injector parts =
        Composition.of(
            new ConfigModule(config, Keys.load(config, random), InstantSource.system()),
            new StorageModule(),
            new VaultModule(Cost.STANDARD),
            new HealthModule(),
            new DemoModule(),
            new SiteModule(Edition.DEMO),
            new HttpModule());
    Host host = parts.getInstance(Host.class);
    SampleTraffic traffic = new SampleTraffic(host.vault(), parts.getInstance(InstantSource.class));
    new SampleData(
            host.vault(),
            parts.getInstance(SimulatedGateway.class),
            parts.getInstance(RandomIds.class),
            traffic)
        .fill(signIns);
    SampleHealth.fill(host.vault(), parts.getInstance(InstantSource.class).instant());
    host.start();
    return new Demo(
        host,
        signIns,
        parts.getInstance(RecordingMailSender.class),
        SampleAgent.reporting(traffic));
  }

  /** The host behind it. */
  public Host host() {
    return host;
  }

  /** What would have been mailed. */
  public RecordingMailSender mailbox() {
    return mailbox;
  }

  /** Where it is and how to sign in. */
  public DemoJson json() {
    return new DemoJson(
        host.address().text(),
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
    host.close();
  }
}
