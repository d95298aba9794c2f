package com.truevault.setting;

import com.truevault.TrueVaultException;
import com.truevault.text.PlainText;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

/** What the values of settings may be. A broken rule is an IllegalArgumentException. */
final class Rules {
  private static final Pattern EMAIL =
      Pattern.compile("|[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,190}");
  private static final int SECRET_LENGTH = 500;

  private Rules() {}

  static SettingKey.Rule line(int min, int max) {
    return new SettingKey.Rule(SettingType.STRING, false, value -> line(value, min, max));
  }

  static SettingKey.Rule secret() {
    return new SettingKey.Rule(SettingType.STRING, true, value -> line(value, 0, SECRET_LENGTH));
  }

  static SettingKey.Rule email() {
    return new SettingKey.Rule(
        SettingType.STRING,
        false,
        value -> matching(EMAIL, value, "must look like name@example.com or be empty"));
  }

  static SettingKey.Rule pattern(String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return new SettingKey.Rule(
        SettingType.STRING, false, value -> matching(compiled, value, "must match " + pattern));
  }

  static SettingKey.Rule timeZone() {
    return new SettingKey.Rule(SettingType.STRING, false, Rules::zone);
  }

  static SettingKey.Rule oneOf(String... choices) {
    List<String> known = List.of(choices);
    return new SettingKey.Rule(SettingType.STRING, false, value -> among(known, value));
  }

  static SettingKey.Rule flag() {
    List<String> known = List.of("true", "false");
    return new SettingKey.Rule(SettingType.BOOLEAN, false, value -> among(known, value));
  }

  static SettingKey.Rule number(int min, int max) {
    return new SettingKey.Rule(SettingType.NUMBER, false, value -> number(value, min, max));
  }

  private static String line(String value, int min, int max) {
    try {
      String line = PlainText.optionalLine("value", value, max);
      if (line.length() < min) {
        throw new IllegalArgumentException("must not be empty");
      }
      return line;
    } catch (TrueVaultException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static String matching(Pattern pattern, String value, String rule) {
    if (value.length() > SECRET_LENGTH || !pattern.matcher(value).matches()) {
      throw new IllegalArgumentException(rule);
    }
    return value;
  }

  private static String zone(String value) {
    if (!ZoneId.getAvailableZoneIds().contains(value)) {
      throw new IllegalArgumentException("must be a time zone such as Europe/Berlin or UTC");
    }
    return value;
  }

  private static String among(List<String> known, String value) {
    if (!known.contains(value)) {
      throw new IllegalArgumentException("must be one of " + String.join(", ", known));
    }
    return value;
  }

  private static String number(String value, int min, int max) {
    String rule = "must be a whole number from " + min + " to " + max;
    matching(Pattern.compile("\\d{1,6}"), value, rule);
    int number = Integer.parseInt(value);
    if (number < min || number > max) {
      throw new IllegalArgumentException(rule);
    }
    return Integer.toString(number);
  }
}
