package com.truevault.web.config;

import com.truevault.web.http.HttpConfig;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Everything that can be configured. {@code docs/configuration.md} has one row for each. */
public enum ConfigKey {
  WEB_HOST("web.host", "127.0.0.1", pattern("[0-9A-Za-z.:-]{1,100}", "an address to listen on")),
  WEB_PORT("web.port", "8080", number(0, 65535)),
  WEB_BASE_URL("web.base-url", "", ConfigKey::baseUrl),
  WEB_TRUSTED_PROXIES("web.trusted-proxies", "", ConfigKey::networks),
  WEB_MAX_THREADS("web.max-threads", "200", number(8, 2000)),
  STORAGE_READERS("storage.readers", "4", number(1, 16)),
  STORAGE_BUSY_TIMEOUT("storage.busy-timeout-millis", "5000", number(0, 60_000)),
  STORAGE_READ_DEADLINE("storage.read-deadline-millis", "2000", number(10, 600_000)),
  SECRETS_KEY("secrets.key", "", value -> {}),
  SECRETS_KEY_FILE("secrets.key-file", "keys/master.key", value -> {}),
  SECRETS_PREVIOUS_KEY_FILES("secrets.previous-key-files", "", value -> {}),
  SECRETS_SIGNING_KEY_FILE("secrets.signing-key-file", "keys/signing.key", value -> {}),
  SECRETS_PREVIOUS_SIGNING_KEY_FILES("secrets.previous-signing-key-files", "", value -> {}),
  MAIL_SPOOL("mail.spool", "mail-out", value -> {}),
  PAYPAL_INTERMEDIATES("paypal.intermediates-file", "paypal-intermediates.pem", value -> {});

  private static final String PREFIX = "TRUEVAULT_";
  private static final String LAUNCHER = PREFIX + "JAVA_OPTS";

  private final String key;
  private final String standard;
  private final Consumer<String> rule;

  ConfigKey(String key, String standard, Consumer<String> rule) {
    this.key = key;
    this.standard = standard;
    this.rule = rule;
  }

  /** The name in the file, such as {@code web.base-url}. */
  public String key() {
    return key;
  }

  /** The name in the environment, such as {@code TRUEVAULT_WEB_BASE_URL}. */
  public String variable() {
    return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** What counts if nothing is configured. */
  public String standard() {
    return standard;
  }

  /** The key of that name in the file. */
  static Optional<ConfigKey> of(String name) {
    return Arrays.stream(values()).filter(known -> known.key.equals(name)).findFirst();
  }

  /** The key of that name in the environment. */
  static Optional<ConfigKey> ofVariable(String name) {
    return Arrays.stream(values()).filter(known -> known.variable().equals(name)).findFirst();
  }

  /** Whether a name in the environment is meant for the host and not for its launcher. */
  static boolean isVariable(String name) {
    return name.startsWith(PREFIX) && !name.equals(LAUNCHER);
  }

  /**
   * Checks a value.
   *
   * @throws IllegalArgumentException saying what it must be
   */
  void check(String value) {
    rule.accept(value);
  }

  /** The parts of a value that is a list, separated by commas. */
  static List<String> list(String value) {
    return Arrays.stream(value.split(",", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static Consumer<String> number(int min, int max) {
    return value -> {
      boolean fits = value.matches("[0-9]{1,7}");
      if (!fits || Integer.parseInt(value) < min || Integer.parseInt(value) > max) {
        throw new IllegalArgumentException("must be a whole number from " + min + " to " + max);
      }
    };
  }

  private static Consumer<String> pattern(String pattern, String words) {
    return value -> {
      if (!value.matches(pattern)) {
        throw new IllegalArgumentException("must be " + words);
      }
    };
  }

  private static void baseUrl(String value) {
    if (!value.isEmpty()) {
      HttpConfig.of(URI.create(value));
    }
  }

  private static void networks(String value) {
    for (String network : list(value)) {
      if (!network.matches("[0-9A-Fa-f:.]{2,45}(/[0-9]{1,3})?")) {
        throw new IllegalArgumentException(
            "must be addresses or networks such as 192.0.2.0/24, separated by commas");
      }
    }
  }
}
