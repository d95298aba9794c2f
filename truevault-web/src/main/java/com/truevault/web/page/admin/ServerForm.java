package com.truevault.web.page.admin;

import com.truevault.billing.Money;
import com.truevault.server.AccessLevel;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.user.EmailAddress;
import com.truevault.web.http.Parameters;
import com.truevault.web.json.InvalidFieldsException;
import com.truevault.wireguard.Endpoint;
import com.truevault.wireguard.PublicKey;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a server out of the administrator's form. */
final class ServerForm {
  static final String[] FIELDS = {
    "serverName",
    "serverKey",
    "serverDescription",
    "displayOrder",
    "locationCountry",
    "locationCity",
    "ipAddress",
    "port",
    "publicKey",
    "accessLevel",
    "dedicatedEmail",
    "provider",
    "cost",
    "active"
  };
  static final Map<String, String> PLACES =
      Map.of(
          "server-key-invalid", "serverKey",
          "server-key-taken", "serverKey",
          "endpoint-invalid", "ipAddress",
          "public-key-invalid", "publicKey",
          "email-invalid", "dedicatedEmail");
  private static final String CURRENCY = "USD";

  private ServerForm() {}

  /** A server that was never probed. */
  static Server added(Parameters sent) {
    var state = new Server.State(sent.isChecked("active"), false, null);
    return read(new ServerKey(sent.text("serverKey").strip()), sent, state, "", "");
  }

  /** A server with what the form does not show kept. */
  static Server changed(Server before, Parameters sent) {
    var state =
        new Server.State(
            sent.isChecked("active"), before.state().online(), before.state().lastPing());
    return read(before.key(), sent, state, before.label().icon(), before.location().flag());
  }

  private static Server read(
      ServerKey key, Parameters sent, Server.State state, String icon, String flag) {
    return new Server(
        key,
        new Server.Label(
            sent.text("serverName"),
            sent.text("serverDescription", ""),
            icon,
            sent.number("displayOrder", 0, 0, 9999)),
        new Endpoint(sent.text("ipAddress").strip(), sent.number("port", 51820, 1, 65535)),
        new PublicKey(sent.text("publicKey").strip()),
        access(sent),
        state,
        new Server.Location(sent.text("locationCountry", ""), sent.text("locationCity", ""), flag),
        new Server.Hosting(sent.text("provider", ""), cost(sent.text("cost", "").strip())));
  }

  private static Server.Access access(Parameters sent) {
    String level = sent.text("accessLevel").toUpperCase(Locale.ROOT);
    String owner = sent.text("dedicatedEmail", "").strip();
    return new Server.Access(
        level.equals("VIP_ONLY") ? AccessLevel.VIP_ONLY : AccessLevel.PUBLIC,
        owner.isEmpty() ? null : EmailAddress.of(owner));
  }

  private static @Nullable Money cost(String text) {
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("\\d{1,6}([.]\\d{1,2})?")) {
      throw new InvalidFieldsException("cost", "must be an amount such as 6.75");
    }
    return Money.of(text, CURRENCY);
  }
}
