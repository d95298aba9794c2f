package com.truevault.web.admin;

import com.truevault.server.AccessLevel;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.user.EmailAddress;
import com.truevault.wireguard.Endpoint;
import com.truevault.wireguard.PublicKey;
import org.jspecify.annotations.Nullable;

/**
 * A server to be added; what is left out is empty, the port 51820, the access public.
 *
 * @param serverKey 2 to 40 lower-case letters, digits or underscores; never changes
 */
public record NewServerJson(
    String serverKey,
    String serverName,
    String ipAddress,
    String publicKey,
    @Nullable Integer port,
    @Nullable String serverDescription,
    @Nullable AccessLevel accessLevel,
    @Nullable String dedicatedEmail,
    @Nullable Boolean isActive,
    @Nullable String locationCountry,
    @Nullable String locationCity,
    @Nullable String locationFlag,
    @Nullable String provider,
    @Nullable String costPerMonth,
    @Nullable String costCurrency,
    @Nullable Integer displayOrder,
    @Nullable String icon) {
  private static final int USUAL_PORT = 51820;

  Server server() {
    return new Server(
        new ServerKey(serverKey),
        new Server.Label(
            serverName,
            text(serverDescription),
            text(icon),
            displayOrder == null ? 0 : displayOrder),
        new Endpoint(ipAddress, port == null ? USUAL_PORT : port),
        new PublicKey(publicKey),
        new Server.Access(
            accessLevel == null ? AccessLevel.PUBLIC : accessLevel,
            text(dedicatedEmail).isEmpty() ? null : EmailAddress.of(text(dedicatedEmail))),
        new Server.State(isActive == null || isActive, false, null),
        new Server.Location(text(locationCountry), text(locationCity), text(locationFlag)),
        new Server.Hosting(text(provider), CostText.read(costPerMonth, costCurrency)));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
