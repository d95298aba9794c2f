package com.truevault.wireguard.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.truevault.wireguard.AllowedIp;
import com.truevault.wireguard.Peer;
import com.truevault.wireguard.PresharedKey;
import com.truevault.wireguard.PublicKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeerArgumentsTest {
  private static final PublicKey NEW = key('N');
  private static final PublicKey OLD = key('O');
  private static final PresharedKey SECRET = new PresharedKey(key('S').base64());
  private static final List<AllowedIp> ADDRESSES =
      List.of(new AllowedIp("10.8.0.2/32"), new AllowedIp("fd00:8::2/128"));

  private static PublicKey key(char letter) {
    return new PublicKey(String.valueOf(letter).repeat(42) + "A=");
  }

  @Test
  void replaceAKeyInOneCommandTheNewOneFirst() {
    Difference replaced = new Difference(List.of(new Peer(NEW, null, ADDRESSES)), List.of(OLD));

    PeerArguments arguments = PeerArguments.of(replaced, "/in");

    assertNotNull(arguments);
    assertEquals("", arguments.input());
    assertEquals(
        "wg set wg0 peer "
            + NEW
            + " preshared-key /dev/null allowed-ips 10.8.0.2/32,fd00:8:0:0:0:0:0:2/128 peer "
            + OLD
            + " remove",
        String.join(" ", arguments.after("wg", "set", "wg0")));
  }

  @Test
  void readTheOneSecretFromTheInput() {
    Difference added = new Difference(List.of(new Peer(NEW, SECRET, ADDRESSES)), List.of());

    PeerArguments arguments = PeerArguments.of(added, "/in");

    assertNotNull(arguments);
    assertEquals(SECRET.base64(), arguments.input());
    assertEquals("/in", arguments.words().get(3));
    assertFalse(arguments.toString().contains(SECRET.base64()));
  }

  @Test
  void holdNoTwoSecrets() {
    assertNull(
        PeerArguments.of(
            new Difference(
                List.of(new Peer(NEW, SECRET, ADDRESSES), new Peer(OLD, SECRET, ADDRESSES)),
                List.of()),
            "/in"));
  }
}
