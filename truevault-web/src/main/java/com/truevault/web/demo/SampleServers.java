package com.truevault.web.demo;

import com.truevault.server.AccessLevel;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.wireguard.Endpoint;
import com.truevault.wireguard.PublicKey;
import java.util.List;
import java.util.function.Supplier;

/** Servers of the demo, on loopback: nothing leaves the machine. */
final class SampleServers {
  static final String FIRST = "new_york";

  private SampleServers() {}

  static List<Server> all(Supplier<PublicKey> key) {
    return List.of(
        server(FIRST, "New York", 51820, AccessLevel.PUBLIC, key.get()),
        server("toronto", "Toronto", 51821, AccessLevel.PUBLIC, key.get()),
        server("st_louis", "St. Louis", 51822, AccessLevel.VIP_ONLY, key.get()));
  }

  private static Server server(
      String serverKey, String name, int port, AccessLevel access, PublicKey publicKey) {
    boolean isCanadian = serverKey.equals("toronto");
    return new Server(
        new ServerKey(serverKey),
        new Server.Label(name, "A sample on this machine", "", port - 51819),
        new Endpoint("127.0.0.1", port),
        publicKey,
        new Server.Access(access, null),
        new Server.State(true, true, null),
        new Server.Location(
            isCanadian ? "Canada" : "United States",
            name,
            isCanadian ? "\uD83C\uDDE8\uD83C\uDDE6" : "\uD83C\uDDFA\uD83C\uDDF8"),
        new Server.Hosting("example.net", null));
  }
}
