package com.truevault.web.host;

import com.google.inject.AbstractModule;
import com.google.inject.Injector;
import com.google.inject.util.Modules;
import com.truevault.Storage;
import com.truevault.TrueVault;
import com.truevault.health.Probe;
import com.truevault.paypal.testing.FakePayPal;
import com.truevault.sqlite.SqliteStorage;
import com.truevault.testing.InMemoryStorage;
import com.truevault.testing.RecordingMailSender;
import com.truevault.testing.SettableClock;
import com.truevault.testing.SimulatedGateway;
import com.truevault.user.PasswordHasher.Cost;
import com.truevault.web.config.ConfigKey;
import com.truevault.web.config.ConfigReader;
import com.truevault.web.config.Keys;
import com.truevault.web.demo.ClockModule;
import com.truevault.web.demo.DemoModule;
import com.truevault.web.demo.DemoPayPal;
import com.truevault.web.demo.time.DemoClock;
import com.truevault.web.http.Route;
import com.truevault.web.http.Router;
import com.truevault.web.http.SessionTokens;
import com.truevault.web.http.WebApplication;
import com.truevault.webhook.WebhookReader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The whole host on a free port, with a clock that tests move. */
public final class TestHost implements AutoCloseable {
  /** When the clock starts; later than now, so that nothing can lean on the system's clock. */
  public static final Instant START = Instant.parse("2031-05-06T07:08:09Z");

  private final SettableClock clock = new SettableClock(START);
  private final Injector parts;
  private final Host host;
  private final @Nullable DemoPayPal paypal;

  private TestHost(Storage storage, Map<ConfigKey, String> options) {
    this(storage, options, SimulatedModule.WITHOUT_CERTIFICATES);
  }

  /** Without a reader of deliveries, a PayPal of its own sends them. */
  private TestHost(
      Storage storage, Map<ConfigKey, String> options, @Nullable WebhookReader webhooks) {
    Map<ConfigKey, String> given = new EnumMap<>(Map.of(ConfigKey.WEB_PORT, "0"));
    given.putAll(options);
    SecureRandom random = new SecureRandom();
    DemoClock movable = new DemoClock(clock, Duration.ZERO, ahead -> {});
    paypal = webhooks == null ? DemoPayPal.start(movable, random) : null;
    parts =
        Composition.of(
            new ConfigModule(
                ConfigReader.read(Path.of("."), Map.of(), given), Keys.random(random), movable),
            new Given(storage),
            new VaultModule(new Cost(64, 1)),
            webhooks != null
                ? new SimulatedModule(webhooks)
                : Modules.combine(
                    Objects.requireNonNull(paypal).module(), new ClockModule(movable)),
            new DemoModule(),
            new SiteModule(Edition.DEMO),
            new HttpModule());
    host = parts.getInstance(Host.class);
    host.start();
    if (paypal != null) {
      paypal.sell(parts);
      paypal.tell(parts);
    }
  }

  /** A host whose data rests nowhere. */
  public static TestHost inMemory() {
    return new TestHost(new InMemoryStorage(), Map.of());
  }

  /** A host whose data rests nowhere, with options of its own. */
  public static TestHost with(Map<ConfigKey, String> options) {
    return new TestHost(new InMemoryStorage(), options);
  }

  /** A host on nine files. */
  public static TestHost onFiles(Path folder) {
    return new TestHost(SqliteStorage.open(folder), Map.of());
  }

  /** A host on nine files that is paid by a PayPal of its own, over HTTP. */
  public static TestHost paid(Path folder) {
    return new TestHost(SqliteStorage.open(folder), Map.of(), null);
  }

  /** A host that takes in what the given reader verifies. */
  public static TestHost receiving(Storage storage, WebhookReader webhooks) {
    return new TestHost(storage, Map.of(), webhooks);
  }

  /** Where it answers. */
  public String url() {
    return host.address().text();
  }

  /** The library behind it. */
  public TrueVault vault() {
    return host.vault();
  }

  /** Its clock. */
  public SettableClock clock() {
    return clock;
  }

  /** Its PayPal. */
  public FakePayPal paypal() {
    return Objects.requireNonNull(paypal).fake();
  }

  /** Its payments. */
  public SimulatedGateway gateway() {
    return parts.getInstance(SimulatedGateway.class);
  }

  /** Its mails. */
  public RecordingMailSender mailbox() {
    return parts.getInstance(RecordingMailSender.class);
  }

  /** Its token codec. */
  public SessionTokens tokens() {
    return parts.getInstance(SessionTokens.class);
  }

  /** The host without its server. */
  public WebApplication application() {
    return parts.getInstance(WebApplication.class);
  }

  /** The route table. */
  public List<Route> routes() {
    return parts.getInstance(Router.class).routes();
  }

  @Override
  public void close() {
    host.close();
    if (paypal != null) {
      paypal.close();
    }
  }

  private static final class Given extends AbstractModule {
    private final Storage storage;

    Given(Storage storage) {
      this.storage = storage;
    }

    @Override
    protected void configure() {
      bind(Storage.class).toInstance(storage);
      // Nothing leaves the machine because of a test.
      bind(Probe.class).toInstance(targets -> Map.of());
    }
  }
}
