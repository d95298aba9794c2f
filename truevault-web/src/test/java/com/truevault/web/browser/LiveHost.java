package com.truevault.web.browser;

import com.truevault.TrueVault;
import com.truevault.agent.AgentReport;
import com.truevault.agent.AgentReport.Node;
import com.truevault.agent.AgentReport.Presence;
import com.truevault.agent.PeerSighting;
import com.truevault.agent.Refusal;
import com.truevault.server.AccessLevel;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.testing.RecordingMailSender;
import com.truevault.testing.SettableClock;
import com.truevault.user.Registration;
import com.truevault.user.User;
import com.truevault.web.host.TestHost;
import com.truevault.wireguard.Endpoint;
import com.truevault.wireguard.PublicKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The host as the demo runs it, on nine files in a folder and a free port. */
final class LiveHost implements AutoCloseable {
  static final String PASSWORD = "correct horse battery staple";
  static final String ADMIN = "admin@example.com";

  private final TestHost host;

  private LiveHost(Path directory) {
    host = TestHost.paid(directory);
  }

  static LiveHost start(Path directory) {
    LiveHost host = new LiveHost(directory);
    User admin =
        host.vault().users().registerAdministrator(Registration.of(ADMIN, PASSWORD, "Ada", ""));
    host.addServer(
        admin,
        "new_york",
        "New York",
        "192.0.2.10",
        "SGVsbG8gZnJvbSBhIHRlc3Qgc2VydmVyIGtleSAwMSE=");
    host.addServer(
        admin,
        "toronto",
        "Toronto",
        "198.51.100.7",
        "SGVsbG8gZnJvbSBhIHRlc3Qgc2VydmVyIGtleSAwMiE=");
    return host;
  }

  private void addServer(User admin, String key, String name, String address, String publicKey) {
    vault()
        .servers()
        .add(
            admin.publicId(),
            new Server(
                new ServerKey(key),
                new Server.Label(name, "", "", 0),
                new Endpoint(address, 51820),
                new PublicKey(publicKey),
                new Server.Access(AccessLevel.PUBLIC, null),
                new Server.State(true, true, Instant.EPOCH),
                new Server.Location("", "", ""),
                new Server.Hosting("", null)));
  }

  /** An agent joins a server and reports. */
  void report(
      String server,
      int wanted,
      List<PublicKey> missing,
      @Nullable Refusal refusal,
      PeerSighting... sightings) {
    ServerKey key = new ServerKey(server);
    if (vault().agents().find(key).isEmpty()) {
      vault().agents().enrol(vault().agents().invite("test", key).token(), "agent/1.2.3");
      vault().peerLists().publish();
    }
    vault()
        .agentReports()
        .receive(
            key,
            new AgentReport(
                "agent/1.2.3",
                vault().peerLists().current(key).orElseThrow().version(),
                clock().instant(),
                new Presence(wanted, wanted - missing.size(), 0, missing, List.of()),
                new Node(missing.stream().findAny().orElse(null), 51820, 5_000_000, Duration.ZERO),
                refusal,
                List.of(sightings)));
  }

  String url(String path) {
    return host.url() + path;
  }

  TrueVault vault() {
    return host.vault();
  }

  SettableClock clock() {
    return host.clock();
  }

  RecordingMailSender mailbox() {
    return host.mailbox();
  }

  @Override
  public void close() {
    host.close();
  }
}
