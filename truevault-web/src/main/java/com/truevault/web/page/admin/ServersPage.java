package com.truevault.web.page.admin;

import com.truevault.billing.Money;
import com.truevault.server.Server;
import com.truevault.user.EmailAddress;
import com.truevault.web.page.Badge;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Tone;
import com.truevault.web.page.Words;
import com.truevault.web.page.site.ServerState;
import com.truevault.web.page.site.StatusPage;
import java.util.List;

/** All servers, hidden ones too. */
public record ServersPage(List<Line> servers) {
  /** One server. */
  public record Line(
      String key,
      String name,
      String location,
      String endpoint,
      String access,
      long devices,
      String cost,
      DeliveryState delivery,
      Badge badge) {

    /** A server as a line. */
    static Line from(
        Server server, long devices, DeliveryState delivery, ServerState state, Messages messages) {
      Money cost = server.hosting().costPerMonth();
      return new Line(
          server.key().value(),
          server.label().name(),
          StatusPage.place(server),
          server.endpoint().text(),
          sentence(server.access(), messages),
          devices,
          cost == null ? "–" : Words.price(cost),
          delivery,
          server.state().active()
              ? state.badge(messages)
              : new Badge(Tone.PLAIN, messages.text("server.inactive")));
    }
  }

  private static String sentence(Server.Access access, Messages messages) {
    EmailAddress owner = access.dedicatedTo();
    return owner == null
        ? messages.text("access." + Words.key(access.level()))
        : messages.text("access.dedicated", owner.typed());
  }
}
