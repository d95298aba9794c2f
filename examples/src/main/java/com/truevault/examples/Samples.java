package com.truevault.examples;

import com.truevault.secret.MasterKey;
import com.truevault.secret.RandomIds;
import com.truevault.server.AccessLevel;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.user.Registration;
import com.truevault.wireguard.Endpoint;
import com.truevault.wireguard.PublicKey;
import java.security.SecureRandom;

/** What the examples need and are not about. */
final class Samples {
  static final RandomIds RANDOM = new RandomIds(new SecureRandom());

  private Samples() {}

  /** A server on an address that leads nowhere. */
  static Server server() {
    return new Server(
        new ServerKey("frankfurt"),
        new Server.Label("Frankfurt", "Near the exchange", "", 1),
        new Endpoint("192.0.2.10", 51820),
        publicKey(),
        new Server.Access(AccessLevel.PUBLIC, null),
        new Server.State(true, true, null),
        new Server.Location("Germany", "Frankfurt", ""),
        new Server.Hosting("example.net", null));
  }

  /** A public key whose private half nobody has. */
  static PublicKey publicKey() {
    return new PublicKey(java.util.Base64.getEncoder().encodeToString(RANDOM.bytes(32)));
  }

  /** A key for one run; a real one is made once and kept in a file. */
  static MasterKey masterKey() {
    return new MasterKey("k1", RANDOM.bytes(32));
  }

  static Registration sam() {
    return Registration.of("sam@example.com", "many words are strong", "Sam", "Sample");
  }
}
