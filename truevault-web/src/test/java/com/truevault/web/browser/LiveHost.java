package com.truevault.web.browser;

import com.truevault.TrueVault;
import com.truevault.secret.MasterKey;
import com.truevault.secret.RandomIds;
import com.truevault.server.AccessLevel;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.sqlite.SqliteStorage;
import com.truevault.testing.RecordingMailSender;
import com.truevault.testing.SimulatedGateway;
import com.truevault.user.PasswordHasher.Cost;
import com.truevault.user.Registration;
import com.truevault.user.User;
import com.truevault.web.asset.Assets;
import com.truevault.web.device.ConfigRoutes;
import com.truevault.web.device.DeviceRoutes;
import com.truevault.web.http.Csrf;
import com.truevault.web.http.HttpConfig;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.http.SessionTokens;
import com.truevault.web.http.SigningKey;
import com.truevault.web.http.WebApplication;
import com.truevault.web.jetty.JettyConfig;
import com.truevault.web.jetty.JettyServer;
import com.truevault.web.page.PageErrors;
import com.truevault.web.page.PageKit;
import com.truevault.web.page.PageRoutes;
import com.truevault.web.session.SessionAuthenticator;
import com.truevault.web.theme.ThemeRoutes;
import com.truevault.wireguard.Endpoint;
import com.truevault.wireguard.PublicKey;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The host as the demo runs it, on nine files in a folder and a free port. */
final class LiveHost implements AutoCloseable {
  static final String PASSWORD = "correct horse battery staple";
  static final String ADMIN = "admin@example.com";

  private final JettyServer server = JettyServer.bind(JettyConfig.of("127.0.0.1", 0));
  private final RecordingMailSender mailbox = new RecordingMailSender();
  private final TrueVault vault;

  private LiveHost(Path directory) {
    SecureRandom random = new SecureRandom();
    String base = server.url().toString();
    var gateway = new SimulatedGateway(new RandomIds(random), base + "/demo/approve/");
    vault =
        TrueVault.builder()
            .storage(SqliteStorage.open(directory))
            .payments(gateway)
            .mail(mailbox)
            .masterKeys(new MasterKey("test", random.generateSeed(32)))
            .baseUrl(base)
            .passwordCost(new Cost(64, 1))
            .build();
    var kit = new PageKit(vault, true);
    var tokens =
        new SessionTokens(
            new SigningKey("test", random.generateSeed(32)),
            List.of(),
            base,
            InstantSource.system());
    List<Routes> routes = new ArrayList<>(PageRoutes.all(kit, tokens, InstantSource.system()));
    routes.addAll(PageRoutes.demo(kit, gateway, mailbox));
    routes.add(new Assets());
    routes.add(new ThemeRoutes(vault));
    routes.add(new DeviceRoutes(vault));
    routes.add(new ConfigRoutes(vault));
    server.start(
        new WebApplication(
            HttpConfig.of(server.url()),
            Router.of(routes),
            SessionAuthenticator.of(tokens, vault),
            new Csrf(random.generateSeed(32)),
            new PageErrors(kit)));
  }

  static LiveHost start(Path directory) {
    LiveHost host = new LiveHost(directory);
    User admin =
        host.vault.users().registerAdministrator(Registration.of(ADMIN, PASSWORD, "Ada", ""));
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
    vault
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

  String url(String path) {
    return server.url() + path;
  }

  TrueVault vault() {
    return vault;
  }

  RecordingMailSender mailbox() {
    return mailbox;
  }

  @Override
  public void close() {
    server.close();
    vault.close();
  }
}
