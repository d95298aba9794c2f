package com.truevault.web.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How an installation is run; see {@code docs/configuration.md}. Immutable. */
public record WebConfig(
    Path data, Web web, Files files, Secrets secrets, Path mailSpool, Path paypalIntermediates) {

  static WebConfig of(Path data, Predicate<ConfigKey> isGiven, Function<ConfigKey, String> value) {
    return new WebConfig(
        data,
        new Web(
            value.apply(ConfigKey.WEB_HOST),
            number(value.apply(ConfigKey.WEB_PORT)),
            url(value.apply(ConfigKey.WEB_BASE_URL)),
            ConfigKey.list(value.apply(ConfigKey.WEB_TRUSTED_PROXIES)),
            number(value.apply(ConfigKey.WEB_MAX_THREADS))),
        new Files(
            number(value.apply(ConfigKey.STORAGE_READERS)),
            Duration.ofMillis(number(value.apply(ConfigKey.STORAGE_BUSY_TIMEOUT))),
            Duration.ofMillis(number(value.apply(ConfigKey.STORAGE_READ_DEADLINE)))),
        new Secrets(
            value.apply(ConfigKey.SECRETS_KEY),
            key(data, ConfigKey.SECRETS_KEY_FILE, isGiven, value),
            paths(data, value.apply(ConfigKey.SECRETS_PREVIOUS_KEY_FILES)),
            key(data, ConfigKey.SECRETS_SIGNING_KEY_FILE, isGiven, value),
            paths(data, value.apply(ConfigKey.SECRETS_PREVIOUS_SIGNING_KEY_FILES))),
        data.resolve(value.apply(ConfigKey.MAIL_SPOOL)),
        data.resolve(value.apply(ConfigKey.PAYPAL_INTERMEDIATES)));
  }

  /** Notes what does not fit together. */
  void check(List<String> problems) {
    URI baseUrl = web.baseUrl();
    boolean isLocal = isLoopback(web.host());
    if (!isLocal && baseUrl == null) {
      problems.add(
          "web.base-url is missing; it must be where people reach the host, such as"
              + " https://vpn.example.com, as web.host is "
              + web.host());
    }
    if (baseUrl != null && "http".equals(baseUrl.getScheme()) && !isLoopback(baseUrl.getHost())) {
      problems.add(
          "web.base-url must begin with https://, or browsers refuse the session cookie: "
              + baseUrl);
    }
    if (baseUrl != null && "https".equals(baseUrl.getScheme()) && web.trustedProxies().isEmpty()) {
      problems.add(
          "web.trusted-proxies is missing; web.base-url is https, so a proxy stands in front, and"
              + " without its address all visitors count as one: name it, 127.0.0.1 if it runs on"
              + " this machine");
    }
    if (!secrets.key().isEmpty() && secrets.keyFile().given()) {
      problems.add("secrets.key and secrets.key-file are both given; remove one");
    }
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost")
        || host.equals("::1")
        || host.equals("[::1]")
        || host.matches("127(\\.[0-9]{1,3}){3}");
  }

  private static int number(String value) {
    return Integer.parseInt(value);
  }

  private static @Nullable URI url(String value) {
    return value.isEmpty() ? null : URI.create(value);
  }

  private static KeyPlace key(
      Path data, ConfigKey key, Predicate<ConfigKey> isGiven, Function<ConfigKey, String> value) {
    return new KeyPlace(data.resolve(value.apply(key)), isGiven.test(key));
  }

  private static List<Path> paths(Path data, String value) {
    return ConfigKey.list(value).stream().map(data::resolve).toList();
  }

  /**
   * Where the host listens and is reached.
   *
   * @param baseUrl null if people reach the host where it listens
   */
  public record Web(
      String host, int port, @Nullable URI baseUrl, List<String> trustedProxies, int maxThreads) {}

  /** How the nine files are opened. */
  public record Files(int readers, Duration busyTimeout, Duration readDeadline) {}

  /**
   * Where keys are found.
   *
   * @param key the master key itself; empty if it is in its file
   */
  public record Secrets(
      String key,
      KeyPlace keyFile,
      List<Path> previousKeyFiles,
      KeyPlace signingKeyFile,
      List<Path> previousSigningKeyFiles) {
    @Override
    public String toString() {
      return "Secrets[hidden]";
    }
  }

  /**
   * Where a key is kept.
   *
   * @param given whether an operator said so; such a file is never made, so that a mistyped path
   *     does not become a new key
   */
  public record KeyPlace(Path file, boolean given) {}
}
