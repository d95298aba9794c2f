package com.truevault.web.admin;

import com.truevault.billing.Money;
import com.truevault.server.AccessLevel;
import com.truevault.server.Server;
import com.truevault.user.EmailAddress;
import com.truevault.wireguard.Endpoint;
import com.truevault.wireguard.PublicKey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What of a server is to change; what is left out stays, and empty text takes a value away. */
public record ServerChangeJson(
    @Nullable String serverName,
    @Nullable String serverDescription,
    @Nullable String ipAddress,
    @Nullable Integer port,
    @Nullable String publicKey,
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

  Server applyTo(Server before) {
    return new Server(
        before.key(),
        label(before.label()),
        new Endpoint(or(ipAddress, before.endpoint().host()), or(port, before.endpoint().port())),
        publicKey == null ? before.publicKey() : new PublicKey(publicKey),
        new Server.Access(or(accessLevel, before.access().level()), dedicatedTo(before)),
        new Server.State(
            or(isActive, before.state().active()),
            before.state().online(),
            before.state().lastPing()),
        location(before.location()),
        new Server.Hosting(or(provider, before.hosting().provider()), cost(before)));
  }

  private Server.Label label(Server.Label before) {
    return new Server.Label(
        or(serverName, before.name()),
        or(serverDescription, before.description()),
        or(icon, before.icon()),
        or(displayOrder, before.displayOrder()));
  }

  private Server.Location location(Server.Location before) {
    return new Server.Location(
        or(locationCountry, before.country()),
        or(locationCity, before.city()),
        or(locationFlag, before.flag()));
  }

  private @Nullable EmailAddress dedicatedTo(Server before) {
    if (dedicatedEmail == null) {
      return before.access().dedicatedTo();
    }
    return dedicatedEmail.isEmpty() ? null : EmailAddress.of(dedicatedEmail);
  }

  private @Nullable Money cost(Server before) {
    return costPerMonth == null
        ? before.hosting().costPerMonth()
        : CostText.read(costPerMonth, costCurrency);
  }

  private static <T> T or(@Nullable T wanted, T before) {
    return Objects.requireNonNullElse(wanted, before);
  }
}
