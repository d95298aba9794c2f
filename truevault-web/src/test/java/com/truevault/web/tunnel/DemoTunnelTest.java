package com.truevault.web.tunnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.truevault.web.config.ConfigKey;
import com.truevault.web.config.ConfigReader;
import com.truevault.web.demo.Demo;
import com.truevault.web.demo.tunnel.DemoTunnel;
import com.truevault.web.tunnel.Customer.Owned;
import com.truevault.wireguard.lab.NetworkLab;
import com.truevault.wireguard.lab.Wait;
import com.truevault.wireguard.system.Program;
import com.truevault.wireguard.system.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code demo --with-tunnel} prints can be done as it is printed. */
@Timeout(120)
@Tag("slow")
class DemoTunnelTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Program program = new Program(List.of(), LIMIT);

  @TempDir Path folder;

  @Test
  void aDownloadedFileOpensThePageBehindTheServerOfTheDemo() throws Exception {
    Optional<String> missing = NetworkLab.requirements();
    assumeTrue(missing.isEmpty(), missing.orElse(""));
    String client;
    try (Demo demo =
            Demo.start(ConfigReader.read(folder, Map.of(), Map.of(ConfigKey.WEB_PORT, "0")));
        DemoTunnel tunnel = DemoTunnel.start(demo.host().vault(), demo.json().url(), folder)) {
      client = tunnel.client();
      Customer casey =
          Customer.signIn(
              demo.json().url(), demo.json().customerEmail(), demo.json().customerPassword());
      Owned device = casey.addDevice("Tunnel", DemoTunnel.SERVER.value());
      Path file = Files.writeString(folder.resolve("device.conf"), casey.configuration(device));
      assertFalse(fetch(tunnel).isFine());

      Result up = program.run(List.of("sh", tunnel.script().toString(), file.toString()), "");

      assertTrue(up.isFine(), up::reason);
      Wait.until("the page", LIMIT, () -> fetch(tunnel).output().contains("through the tunnel"));
    }
    assertFalse(program.run(List.of("ip", "netns", "list"), "").output().contains(client));
  }

  @Test
  void withoutRootTheCommandSaysWhatIsMissing() throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")), "another user can be tried by root");
    try (Installation installation = Installation.make()) {
      Result result = installation.runAsNobody("demo", "--with-tunnel");
      assertEquals(1, result.code());
      assertTrue(result.error().contains("missing: root"), result::error);
    }
  }

  private Result fetch(DemoTunnel tunnel) {
    return program.run(
        List.of(
            "ip",
            "netns",
            "exec",
            tunnel.client(),
            "timeout",
            "2",
            "bash",
            "-c",
            "exec 3<>/dev/tcp/203.0.113.80/80 && printf 'GET / HTTP/1.0\\r\\n\\r\\n' >&3 && cat <&3"),
        "");
  }
}
