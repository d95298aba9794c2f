package com.truevault.web.tunnel;

import com.truevault.web.config.ConfigKey;
import com.truevault.web.config.ConfigReader;
import com.truevault.web.demo.Demo;
import com.truevault.web.demo.DemoJson;
import com.truevault.wireguard.lab.WireGuardLink;
import java.nio.file.Path;
import java.util.Map;

/** The panel in this process, on nine files and by the machine's clock, as the demo runs it. */
final class Panel implements AutoCloseable {
  private final Path data;
  private final Demo demo;
  private final Payments payments;
  private final Customer administrator;

  private Panel(Path data) {
    this.data = data;
    this.demo = Demo.start(ConfigReader.read(data, Map.of(), Map.of(ConfigKey.WEB_PORT, "0")));
    this.payments = new Payments(demo.host().vault(), demo.paypal());
    DemoJson signIns = demo.json();
    this.administrator =
        Customer.signIn(signIns.url(), signIns.adminEmail(), signIns.adminPassword());
  }

  static Panel start(Path data) {
    Panel panel = new Panel(data);
    // This process is in none of the namespaces: its checks would look for the servers elsewhere.
    panel.administrator.patch("/api/v1/admin/settings", Map.of("health_check_minutes", "0"));
    return panel;
  }

  String url() {
    return demo.json().url();
  }

  int port() {
    return demo.host().address().url().getPort();
  }

  Payments payments() {
    return payments;
  }

  /** Adds a server before those of the demo. */
  void addServer(String key, String address, WireGuardLink link) {
    administrator.post(
        "/api/v1/admin/servers",
        Map.of(
            "serverKey",
            key,
            "serverName",
            "Server " + key,
            "ipAddress",
            address,
            "port",
            51820,
            "publicKey",
            link.publicKey(),
            "displayOrder",
            0));
  }

  /** What the command line prints for an operator. */
  String enrolmentToken(Installation installation, String server) {
    String printed =
        installation.run("admin", "server", "enrol", server, "--data", data.toString());
    return printed
        .lines()
        .map(String::strip)
        .filter(line -> line.matches("[\\w=.-]{40,}"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no token among: " + printed));
  }

  @Override
  public void close() {
    demo.close();
  }
}
