package com.truevault.wireguard.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.truevault.wireguard.PublicKey;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DumpTest {
  private static final String KEY = "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=";
  private static final String OTHER = "TrMvSoP4jYQlY6RIzBgbssQqY3vxI2Pi+y71lOWWXX0=";
  private static final String PRIVATE = "yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk=";
  private static final String TEXT =
      PRIVATE
          + "\t"
          + OTHER
          + "\t51820\toff\n"
          + KEY
          + "\t(none)\t198.51.100.21:40001\t10.8.0.2/32,fd00:8::2/128\t1764000000\t12\t34\t25\n"
          + OTHER
          + "\t"
          + KEY
          + "\t(none)\t0.0.0.0/0\t0\t0\t0\toff\n";

  @Test
  void readsKeysAddressesAndCounters() {
    InterfaceState state = Dump.parse(TEXT);
    assertEquals(new PublicKey(OTHER), state.publicKey());
    assertEquals(51820, state.port());
    KernelPeer first = peer(state, KEY);
    assertNull(first.presharedKey());
    assertEquals(List.of("10.8.0.2/32", "fd00:8:0:0:0:0:0:2/128"), first.allowedIps());
    assertEquals(1764000000, first.handshake());
    assertEquals(12, first.receivedBytes());
    assertEquals(34, first.sentBytes());
    KernelPeer second = peer(state, OTHER);
    assertEquals(List.of("0.0.0.0/0"), second.allowedIps());
  }

  @Test
  void keepsNeitherEndpointsNorThePrivateKey() {
    String all = Dump.parse(TEXT).toString();
    assertFalse(all.contains("198.51.100.21"), all);
    assertFalse(all.contains(PRIVATE), all);
  }

  @Test
  void readsAnInterfaceWithoutKeyAndPeers() {
    InterfaceState state = Dump.parse("(none)\t(none)\t0\toff\n");
    assertNull(state.publicKey());
    assertEquals(0, state.peers().size());
  }

  @Test
  void refusesAnotherFormWithoutRepeatingIt() {
    Exception refused =
        assertThrows(IllegalArgumentException.class, () -> Dump.parse(TEXT.substring(0, 130)));
    assertFalse(String.valueOf(refused.getMessage()).contains(PRIVATE));
    assertNull(refused.getCause());
    assertThrows(IllegalArgumentException.class, () -> Dump.parse(""));
  }

  private static KernelPeer peer(InterfaceState state, String key) {
    return Objects.requireNonNull(state.peers().get(new PublicKey(key)), key);
  }
}
