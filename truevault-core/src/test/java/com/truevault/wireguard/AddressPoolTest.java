package com.truevault.wireguard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.secret.RandomIds;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressPoolTest {
  private static final String V6 = "fd12:3456:789a::/64";

  @ParameterizedTest
  @CsvSource({
    "10.8.0.0/14, 2, 10.8.0.2, fd12:3456:789a::2",
    "10.8.0.0/14, 255, 10.8.0.255, fd12:3456:789a::ff",
    "10.8.0.0/14, 256, 10.8.1.0, fd12:3456:789a::100",
    "10.8.0.0/14, 65535, 10.8.255.255, fd12:3456:789a::ffff",
    "10.8.0.0/14, 65536, 10.9.0.0, fd12:3456:789a::1:0",
    "10.8.0.0/14, 262141, 10.11.255.253, fd12:3456:789a::3:fffd",
    "10.9.7.0/14, 2, 10.8.0.2, fd12:3456:789a::2",
    "10.0.0.0/8, 16777213, 10.255.255.253, fd12:3456:789a::ff:fffd",
    "10.8.3.0/24, 253, 10.8.3.253, fd12:3456:789a::fd"
  })
  void numbersBothNetworksAlike(String v4, int offset, String ipv4, String ipv6)
      throws UnknownHostException {
    TunnelAddress address = new AddressPool(v4, V6).address(offset);

    assertEquals(new TunnelAddress(offset, ipv4, ipv6), address);
    assertEquals(16, InetAddress.getByName(ipv6).getAddress().length);
  }

  @Test
  void leavesOutNetworkServersProbeAndBroadcast() {
    AddressPool pool = new AddressPool("10.8.3.0/24", V6);

    assertEquals(252, pool.capacity());
    assertEquals(254, pool.end());
    for (int offset : new int[] {-1, 0, 1, 254, 255, 256}) {
      assertThrows(IllegalArgumentException.class, () -> pool.address(offset));
    }
    assertEquals(new TunnelAddress(254, "10.8.3.254", "fd12:3456:789a::fe"), pool.probe());
    assertEquals(new TunnelAddress(1, "10.8.3.1", "fd12:3456:789a::1"), pool.server());
    assertEquals(262_140, new AddressPool("10.8.0.0/14", V6).capacity());
  }

  @Test
  void makesAnotherPrivatePrefixForEachInstallation() {
    RandomIds random = new RandomIds(new SecureRandom());

    String prefix = AddressPool.randomPrefix(random);
    assertTrue(prefix.matches("fd[0-9a-f]{2}:[0-9a-f]{4}:[0-9a-f]{4}::/64"), prefix);
    assertEquals(V6, new AddressPool("10.8.0.0/14", V6).v6());
    assertThrows(IllegalArgumentException.class, () -> new AddressPool("10.8.0.0/14", "fd00::/48"));
  }
}
