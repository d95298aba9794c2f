package com.truevault.wireguard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.truevault.TrueVaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {
  private static final String KEY = "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=";
  private static final AddressPool POOL = new AddressPool("10.8.0.0/14", "fd12:3456:789a::/64");

  private static String text(TunnelOptions options, String host, boolean presharedKey) {
    return new Configuration(
            POOL.address(2),
            options,
            POOL,
            new PublicKey(KEY),
            new Endpoint(host, 51820),
            presharedKey)
        .text();
  }

  @Test
  void isWrittenAsWgQuickReadsIt() {
    assertEquals(
        """
        [Interface]
        PrivateKey = YOUR_PRIVATE_KEY
        Address = 10.8.0.2/32, fd12:3456:789a::2/128
        DNS = 1.1.1.1, 1.0.0.1
        MTU = 1420

        [Peer]
        PublicKey = xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=
        Endpoint = 192.0.2.1:51820
        AllowedIPs = 0.0.0.0/0, ::/0
        PersistentKeepalive = 25
        """,
        text(
            new TunnelOptions(DnsChoice.CLOUDFLARE, 1420, 25, TunnelMode.FULL),
            "192.0.2.1",
            false));
  }

  @Test
  void carriesPresharedKeySplitTunnelAndIpv6Endpoint() {
    String resting =
        text(new TunnelOptions(DnsChoice.QUAD9, 1280, 0, TunnelMode.SPLIT), "2001:db8::1", true);
    PresharedKey key = new PresharedKey("FpCyhws9cxwWoV4xELtfJvjJN+zQVRPISllRWgeopVE=");

    assertEquals(
        """
        [Interface]
        PrivateKey = YOUR_PRIVATE_KEY
        Address = 10.8.0.2/32, fd12:3456:789a::2/128
        DNS = 9.9.9.9, 149.112.112.112
        MTU = 1280

        [Peer]
        PublicKey = xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=
        PresharedKey = YOUR_PRESHARED_KEY
        Endpoint = [2001:db8::1]:51820
        AllowedIPs = 10.8.0.0/14, fd12:3456:789a::/64
        PersistentKeepalive = 0
        """,
        resting);
    assertEquals(
        resting.replace("YOUR_PRESHARED_KEY", key.base64()), Configuration.reveal(resting, key));
    assertEquals("PresharedKey[hidden]", key.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "vpn.example.com",
        "192.0.2.1\nPostUp = id",
        "192.0.2.1\n",
        "192.0.2",
        "192.0.2.256",
        "192.0.2.1.",
        "192.0.2.1/24",
        " 192.0.2.1",
        "3221225985",
        "2001:db8::1]:1\n[Peer",
        "2001:db8:::1",
        "2001:db8::1%eth0",
        ":",
        "::ffff:192.0.2.1"
      })
  void takesAnAddressAloneForAnEndpoint(String host) {
    assertThrows(TrueVaultException.class, () -> new Endpoint(host, 51820));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 65536})
  void takesARealPortForAnEndpoint(int port) {
    assertThrows(TrueVaultException.class, () -> new Endpoint("192.0.2.1", port));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg",
        "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dh=",
        "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8D==",
        "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=\n",
        "\nPostUp = id #TIBA5rboUvnH4htodjb6e697QjLE=",
        "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=AAAA",
        "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8_g=",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
      })
  void takes32BytesOfCanonicalBase64AloneForAKey(String key) {
    assertThrows(TrueVaultException.class, () -> new PublicKey(key));
  }

  @Test
  void takesOptionsInRangeAlone() {
    for (int mtu : new int[] {1279, 1501, -1, 0}) {
      assertThrows(
          TrueVaultException.class,
          () -> new TunnelOptions(DnsChoice.GOOGLE, mtu, 25, TunnelMode.FULL));
    }
    for (int keepalive : new int[] {-1, 61}) {
      assertThrows(
          TrueVaultException.class,
          () -> new TunnelOptions(DnsChoice.GOOGLE, 1420, keepalive, TunnelMode.FULL));
    }
    for (int mtu : new int[] {1280, 1500}) {
      assertEquals(mtu, new TunnelOptions(DnsChoice.ADGUARD, mtu, 60, TunnelMode.FULL).mtu());
    }
  }
}
