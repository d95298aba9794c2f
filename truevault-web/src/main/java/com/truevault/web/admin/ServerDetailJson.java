package com.truevault.web.admin;

import com.truevault.billing.Money;
import com.truevault.server.AccessLevel;
import com.truevault.server.Server;
import com.truevault.user.EmailAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A server with all that administrators know of it.
 *
 * @param dedicatedEmail the one address that sees it; null if it is for many
 * @param costPerMonth in major units of {@code costCurrency}, such as 12.50; null if not known
 */
public record ServerDetailJson(
    String serverKey,
    String serverName,
    String serverDescription,
    String ipAddress,
    int port,
    String publicKey,
    AccessLevel accessLevel,
    @Nullable String dedicatedEmail,
    boolean isActive,
    boolean isOnline,
    @Nullable Instant lastPing,
    String locationCountry,
    String locationCity,
    String locationFlag,
    String provider,
    @Nullable String costPerMonth,
    @Nullable String costCurrency,
    int displayOrder,
    String icon) {

  static ServerDetailJson from(Server server) {
    EmailAddress dedicated = server.access().dedicatedTo();
    Money cost = server.hosting().costPerMonth();
    return new ServerDetailJson(
        server.key().value(),
        server.label().name(),
        server.label().description(),
        server.endpoint().host(),
        server.endpoint().port(),
        server.publicKey().base64(),
        server.access().level(),
        dedicated == null ? null : dedicated.typed(),
        server.state().active(),
        server.state().online(),
        server.state().lastPing(),
        server.location().country(),
        server.location().city(),
        server.location().flag(),
        server.hosting().provider(),
        cost == null ? null : cost.amount(),
        cost == null ? null : cost.currency().getCurrencyCode(),
        server.label().displayOrder(),
        server.label().icon());
  }
}
