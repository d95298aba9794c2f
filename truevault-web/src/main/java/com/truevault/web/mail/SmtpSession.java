package com.truevault.web.mail;

import com.truevault.web.mail.SmtpServer.Security;
import jakarta.mail.Session;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;

/** How to speak with a mail server. */
final class SmtpSession {
  private static final String CONNECT_MILLIS = "10000";
  private static final String ANSWER_MILLIS = "30000";

  private SmtpSession() {}

  /**
   * A session.
   *
   * @param tls decides whose certificates are trusted
   */
  static Session of(SmtpServer server, Sender sender, SSLSocketFactory tls) {
    Properties properties = new Properties();
    set(properties, "host", server.host());
    set(properties, "port", Integer.toString(server.port()));
    set(properties, "from", sender.address());
    set(properties, "localhost", sender.domain());
    set(properties, "auth", Boolean.toString(!server.user().isEmpty()));
    set(properties, "connectiontimeout", CONNECT_MILLIS);
    set(properties, "timeout", ANSWER_MILLIS);
    set(properties, "writetimeout", ANSWER_MILLIS);
    set(properties, "starttls.enable", Boolean.toString(server.security() == Security.STARTTLS));
    set(properties, "starttls.required", Boolean.toString(server.security() == Security.STARTTLS));
    set(properties, "ssl.enable", Boolean.toString(server.security() == Security.TLS));
    set(properties, "ssl.checkserveridentity", "true");
    set(properties, "ssl.protocols", "TLSv1.3 TLSv1.2");
    properties.put("mail.smtp.ssl.socketFactory", tls);
    return Session.getInstance(properties);
  }

  private static void set(Properties properties, String name, String value) {
    properties.setProperty("mail.smtp." + name, value);
  }
}
