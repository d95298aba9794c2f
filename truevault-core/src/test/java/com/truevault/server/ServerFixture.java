package com.truevault.server;

import com.truevault.billing.Money;
import com.truevault.server.Server.Access;
import com.truevault.server.Server.Hosting;
import com.truevault.server.Server.Label;
import com.truevault.server.Server.Location;
import com.truevault.server.Server.State;
import com.truevault.user.EmailAddress;
import com.truevault.wireguard.Endpoint;
import com.truevault.wireguard.PublicKey;

/** Servers to try things on. */
public final class ServerFixture {
  /** A server for everybody. */
  public static final Server NEW_YORK = open("new_york", 1);

  /** Another server for everybody, reached by IPv6. */
  public static final Server BERLIN = at(open("berlin", 2), new Endpoint("2001:db8::1", 51821));

  /** A server for VIPs. */
  public static final Server VAULT = with(open("vault", 3), new Access(AccessLevel.VIP_ONLY, null));

  private ServerFixture() {}

  /** A server for everybody. */
  public static Server open(String key, int displayOrder) {
    return new Server(
        new ServerKey(key),
        new Label(key.replace('_', ' '), "Fast and near", "🗽", displayOrder),
        new Endpoint("192.0.2." + (10 + displayOrder), 51820),
        new PublicKey(key(displayOrder)),
        new Access(AccessLevel.PUBLIC, null),
        new State(true, true, null),
        new Location("Country", "City", "🏳"),
        new Hosting("Provider", Money.of("5.50", "USD")));
  }

  /** A server that one address alone may see. */
  public static Server dedicatedTo(String email) {
    return with(open("dedicated", 4), new Access(AccessLevel.PUBLIC, EmailAddress.of(email)));
  }

  /** The server under other rules of access. */
  public static Server with(Server server, Access access) {
    return new Server(
        server.key(),
        server.label(),
        server.endpoint(),
        server.publicKey(),
        access,
        server.state(),
        server.location(),
        server.hosting());
  }

  /** The server in another state. */
  public static Server with(Server server, State state) {
    return new Server(
        server.key(),
        server.label(),
        server.endpoint(),
        server.publicKey(),
        server.access(),
        state,
        server.location(),
        server.hosting());
  }

  /** The server somewhere else. */
  public static Server at(Server server, Endpoint endpoint) {
    return new Server(
        server.key(),
        server.label(),
        endpoint,
        server.publicKey(),
        server.access(),
        server.state(),
        server.location(),
        server.hosting());
  }

  private static String key(int number) {
    return "SERVER" + "%037d".formatted(number).substring(1) + "A=";
  }
}
