package com.truevault.web.mail;

import com.truevault.setting.SettingKey;
import com.truevault.setting.Settings;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The mail server of the operator.
 *
 * @param host empty if there is none
 * @param user empty if the server asks for none
 */
public record SmtpServer(String host, int port, Security security, String user, String password) {
  private static final int IMPLICIT_TLS = 465;
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1|\\[::1\\]");

  /** How the way to the server is protected. */
  public enum Security {
    /** TLS before anything else is said. */
    TLS,
    /** TLS is asked for, and nothing is sent without it. */
    STARTTLS,
    /** Anybody on the way can read along. */
    NONE
  }

  /** The server as the settings have it now. */
  public static SmtpServer of(Settings settings) {
    int port = settings.number(SettingKey.SMTP_PORT);
    Security chosen =
        Security.valueOf(settings.text(SettingKey.SMTP_SECURITY).toUpperCase(Locale.ROOT));
    return new SmtpServer(
        settings.text(SettingKey.SMTP_HOST),
        port,
        // Nobody speaks STARTTLS on that port.
        port == IMPLICIT_TLS && chosen == Security.STARTTLS ? Security.TLS : chosen,
        settings.text(SettingKey.SMTP_USER),
        settings.secret(SettingKey.SMTP_PASSWORD));
  }

  /** Whether the password would travel in a form that others can read. */
  boolean exposesPassword() {
    return security == Security.NONE && !user.isEmpty() && !LOOPBACK.matcher(host).matches();
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
