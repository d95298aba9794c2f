package com.truevault.web.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers values: defaults, then the file in the data folder, then the environment, then the
 * command line; the later ones count.
 */
public final class ConfigReader {
  private final Map<ConfigKey, String> values = new EnumMap<>(ConfigKey.class);
  private final List<String> problems = new ArrayList<>();
  private final Path data;

  private ConfigReader(Path data) {
    this.data = data.toAbsolutePath().normalize();
  }

  /**
   * Reads a configuration.
   *
   * @param commandLine what was given as options
   * @throws ConfigException naming everything that is wrong
   */
  public static WebConfig read(
      Path data, Map<String, String> environment, Map<ConfigKey, String> commandLine) {
    ConfigReader reader = new ConfigReader(data);
    reader.takeFile();
    reader.takeEnvironment(environment);
    commandLine.forEach((key, value) -> reader.take(key, key.key(), value));
    return reader.config();
  }

  private void takeFile() {
    Path file = data.resolve(ConfigFile.NAME);
    ConfigFile.read(file, problems)
        .forEach(
            (name, value) ->
                ConfigKey.of(name)
                    .ifPresentOrElse(
                        key -> take(key, name, value),
                        () ->
                            unknown(
                                name,
                                Arrays.stream(ConfigKey.values()).map(ConfigKey::key).toList())));
  }

  private void takeEnvironment(Map<String, String> environment) {
    environment.forEach(
        (name, value) -> {
          if (ConfigKey.isVariable(name)) {
            ConfigKey.ofVariable(name)
                .ifPresentOrElse(
                    key -> take(key, name, value),
                    () ->
                        unknown(
                            name,
                            Arrays.stream(ConfigKey.values()).map(ConfigKey::variable).toList()));
          }
        });
  }

  private void take(ConfigKey key, String name, String value) {
    try {
      key.check(value);
      values.put(key, value);
    } catch (IllegalArgumentException wrong) {
      // Secrets have no rule of their own here, so nothing secret is repeated.
      String reason = String.valueOf(wrong.getMessage());
      problems.add(
          name + " " + (reason.startsWith("must") ? reason + ": " + value : "is wrong: " + reason));
    }
  }

  private void unknown(String name, List<String> known) {
    problems.add(name + " is not a known key" + Suggestion.among(known, name));
  }

  private WebConfig config() {
    WebConfig config =
        WebConfig.of(
            data, key -> values.containsKey(key), key -> values.getOrDefault(key, key.standard()));
    config.check(problems);
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    return config;
  }
}
