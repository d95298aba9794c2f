package com.truevault.web.host;

import com.google.inject.AbstractModule;
import com.google.inject.Injector;
import com.google.inject.multibindings.OptionalBinder;
import com.truevault.Storage;
import com.truevault.TrueVault;
import com.truevault.health.Probe;
import com.truevault.paypal.PayPalAccount;
import com.truevault.paypal.PayPalCredentials;
import com.truevault.paypal.PayPalEnvironment;
import com.truevault.paypal.webhook.PayPalAnswers;
import com.truevault.paypal.webhook.PayPalWebhooks;
import com.truevault.paypal.webhook.Reason;
import com.truevault.paypal.webhook.UnverifiedException;
import com.truevault.paypal.webhook.VerificationPolicy;
import com.truevault.sqlite.SqliteStorage;
import com.truevault.testing.InMemoryStorage;
import com.truevault.testing.RecordingMailSender;
import com.truevault.testing.SettableClock;
import com.truevault.testing.SimulatedGateway;
import com.truevault.user.PasswordHasher.Cost;
import com.truevault.web.config.ConfigKey;
import com.truevault.web.config.ConfigReader;
import com.truevault.web.config.Keys;
import com.truevault.web.demo.DemoModule;
import com.truevault.web.http.Route;
import com.truevault.web.http.Router;
import com.truevault.web.http.SessionTokens;
import com.truevault.web.http.WebApplication;
import com.truevault.webhook.WebhookReader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The whole host on a free port, with a clock that tests move. */
public final class TestHost implements AutoCloseable {
  /** When the clock starts; later than now, so that nothing can lean on the system's clock. */
  public static final Instant START = Instant.parse("2031-05-06T07:08:09Z");

  private final SettableClock clock = new SettableClock(START);
  private final Injector parts;
  private final Host host;

  private TestHost(Storage storage, Map<ConfigKey, String> options) {
    this(
        storage,
        options,
        new PayPalWebhooks(
            TestHost::registered,
            address -> {
              throw new UnverifiedException(Reason.CERT_UNAVAILABLE, "no network in tests");
            },
            PayPalAnswers.NONE,
            VerificationPolicy.STRICT,
            () -> START));
  }

  private TestHost(Storage storage, Map<ConfigKey, String> options, WebhookReader webhooks) {
    Map<ConfigKey, String> given = new EnumMap<>(Map.of(ConfigKey.WEB_PORT, "0"));
    given.putAll(options);
    SecureRandom random = new SecureRandom();
    parts =
        Composition.of(
            new ConfigModule(
                ConfigReader.read(Path.of("."), Map.of(), given), Keys.random(random), clock),
            new Given(storage, webhooks),
            new VaultModule(new Cost(64, 1)),
            new DemoModule(),
            new SiteModule(Edition.DEMO),
            new HttpModule());
    host = parts.getInstance(Host.class);
    host.start();
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

  /** A host that takes in what the given reader verifies. */
  public static TestHost receiving(Storage storage, WebhookReader webhooks) {
    return new TestHost(storage, Map.of(), webhooks);
  }

  private static PayPalAccount registered() {
    return new PayPalAccount(
        PayPalEnvironment.SANDBOX, new PayPalCredentials("", ""), "8PT597110X687430L");
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
  }

  private static final class Given extends AbstractModule {
    private final Storage storage;
    private final WebhookReader webhooks;

    Given(Storage storage, WebhookReader webhooks) {
      this.storage = storage;
      this.webhooks = webhooks;
    }

    @Override
    protected void configure() {
      bind(Storage.class).toInstance(storage);
      OptionalBinder.newOptionalBinder(binder(), WebhookReader.class)
          .setBinding()
          .toInstance(webhooks);
      // Nothing leaves the machine because of a test.
      bind(Probe.class).toInstance(targets -> Map.of());
    }
  }
}
