package com.truevault.web.page.admin;

import com.truevault.setting.SettingKey;
import com.truevault.web.page.Choice;
import com.truevault.web.page.Messages;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a setting is typed in: what the browser offers. The library checks what arrives.
 *
 * @param kind secret, fixed, choice, or an input's type
 * @param choices of a choice, else empty
 * @param min of a number, else empty
 * @param max of a number, else empty
 */
public record SettingInput(String kind, List<Choice> choices, String min, String max) {
  /**
   * The input that suits a setting.
   *
   * @param fixed whether it cannot be changed any more
   */
  public static SettingInput of(SettingKey key, boolean fixed, Messages messages) {
    if (key.isSecret()) {
      return plain("secret");
    }
    if (fixed) {
      return plain("fixed");
    }
    return switch (key) {
      case PAYPAL_MODE -> choice(messages, "paypal", "sandbox", "live");
      case SMTP_SECURITY -> choice(messages, "smtp", "starttls", "tls", "none");
      case DEFAULT_DNS -> choice(messages, "dns", "cloudflare", "google", "quad9", "adguard");
      case SPLIT_TUNNEL_ALLOWED,
          SIGN_IN_CODE_REQUIRED_FOR_ADMINS,
          VERIFIED_EMAIL_REQUIRED_FOR_VIP,
          FOREIGN_PEERS_REMOVED,
          TAX_INCLUSIVE ->
          choice(messages, "flag", "true", "false");
      case ADMIN_EMAIL, FROM_EMAIL, SUPPORT_EMAIL, ALARM_EMAIL -> plain("email");
      case MAX_DEVICES_PERSONAL, MAX_DEVICES_FAMILY, MAX_DEVICES_BUSINESS -> number(1, 998);
      case DEFAULT_MTU -> number(1280, 1500);
      case DEFAULT_KEEPALIVE -> number(0, 60);
      case SESSION_DAYS -> number(1, 30);
      case SMTP_PORT -> number(1, 65535);
      case HEALTH_CHECK_MINUTES -> number(0, 60);
      case HEALTH_RETENTION_DAYS -> number(90, 3650);
      case TRAFFIC_RETENTION_DAYS -> number(1, 730);
      case GRACE_DAYS -> number(1, 60);
      case END_DAYS -> number(2, 90);
      case WITHDRAWAL_DAYS -> number(0, 60);
      default -> plain("text");
    };
  }

  private static SettingInput plain(String kind) {
    return new SettingInput(kind, List.of(), "", "");
  }

  private static SettingInput number(int min, int max) {
    return new SettingInput("number", List.of(), Integer.toString(min), Integer.toString(max));
  }

  private static SettingInput choice(Messages messages, String group, String... values) {
    List<Choice> choices =
        Stream.of(values)
            .map(value -> new Choice(value, messages.text(group + "." + value)))
            .toList();
    return new SettingInput("choice", choices, "", "");
  }
}
