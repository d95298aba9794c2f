package com.truevault.wireguard.doctor;

import java.util.List;

/** Is the tunnel's key the one that customers' files name? */
final class KeyCheck implements Check {
  @Override
  public List<Finding> look(Facts facts) {
    String expected = facts.expectation().publicKey();
    String found = facts.publicKey();
    boolean isRight = found != null && (expected == null || expected.equals(found));
    if (facts.tunnel() == null || isRight) {
      return List.of();
    }
    String name = facts.tunnelName();
    if (found == null) {
      return List.of(
          new Finding(
              "key-missing",
              name + " has no private key",
              "the key that setup made",
              "systemctl restart truevault-interface"));
    }
    return List.of(
        new Finding(
            "key-mismatch",
            name + " uses the key " + found,
            expected + ", which the panel has and customers' files name",
            "put the private key of "
                + expected
                + " into /etc/truevault-agent/private.key and run"
                + " `systemctl restart truevault-interface`; if it is lost, change the server's public key in"
                + " the panel to "
                + found
                + ": every customer then needs a new file"));
  }
}
