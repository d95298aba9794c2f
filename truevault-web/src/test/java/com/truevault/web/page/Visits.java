package com.truevault.web.page;

import com.truevault.agent.PeerSighting;
import com.truevault.billing.BillingCycle;
import com.truevault.device.Device;
import com.truevault.device.DeviceType;
import com.truevault.device.NewDevice;
import com.truevault.device.OperatingSystem;
import com.truevault.server.AccessLevel;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.testing.SimulatedGateway.Decision;
import com.truevault.user.Plan;
import com.truevault.user.Registration;
import com.truevault.user.Session.Origin;
import com.truevault.user.SignIn;
import com.truevault.user.SignIns;
import com.truevault.user.User;
import com.truevault.web.host.TestHost;
import com.truevault.wireguard.Endpoint;
import com.truevault.wireguard.PublicKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/** A host in memory and what somebody sees there, without a browser. */
final class Visits implements AutoCloseable {
  static final String PASSWORD = "correct horse battery";
  private final TestHost host = TestHost.inMemory();
  private final HttpClient http = HttpClient.newHttpClient();
  private int keys;

  /** The host. */
  TestHost host() {
    return host;
  }

  User customer(String email) {
    return host.vault().users().register(Registration.of(email, PASSWORD, "Ann", "Sample"));
  }

  User administrator() {
    return host.vault()
        .users()
        .registerAdministrator(Registration.of("admin@example.com", PASSWORD, "Ada", ""));
  }

  void subscribe(User user) {
    var started = host.vault().subscriptions().start(user, Plan.PERSONAL, BillingCycle.MONTHLY);
    String id = Objects.requireNonNull(started.subscription().gatewayId());
    host.gateway().decide(id, Decision.APPROVE);
    host.vault().subscriptions().refresh(started.subscription().publicId());
  }

  void addServer() {
    host.vault()
        .servers()
        .add(
            "system",
            new Server(
                new ServerKey("toronto"),
                new Server.Label("Toronto", "", "", 0),
                new Endpoint("192.0.2.10", 51820),
                key(),
                new Server.Access(AccessLevel.PUBLIC, null),
                new Server.State(true, true, null),
                new Server.Location("Canada", "Toronto", ""),
                new Server.Hosting("", null)));
  }

  Device addDevice(User user, String name) {
    var wanted =
        new NewDevice(
            name, DeviceType.MOBILE, OperatingSystem.IOS, key(), new ServerKey("toronto"));
    return host.vault().devices().add(user, wanted);
  }

  /** What the agent of the server reports of a device that shook hands some seconds ago. */
  void report(Device device, long received, long sent) {
    report("toronto", device, received, sent);
  }

  /** As above, on another server. */
  void report(String server, Device device, long received, long sent) {
    host.vault()
        .traffic()
        .seen(
            new ServerKey(server),
            host.clock().instant(),
            List.of(new PeerSighting(device.publicKey(), Duration.ofSeconds(7), received, sent)));
  }

  /** A token of somebody who signs in. */
  String token(User user) {
    var attempt = new SignIns.Attempt(user.email(), PASSWORD, "", Origin.of("192.0.2.7", "a test"));
    if (host.vault().signIns().signIn(attempt) instanceof SignIn.Accepted accepted) {
      return host.tokens().issue(accepted.secret(), accepted.signedIn().session().expiresAt());
    }
    throw new IllegalStateException(user.email() + " cannot sign in");
  }

  /** A page as its HTML with plain spaces alone; an empty token is nobody's. */
  String get(String path, String token) {
    return send(request(path, token).GET()).body().replace('\u00a0', ' ');
  }

  /** An answer with its headers. */
  HttpResponse<String> response(String path, String token) {
    return send(request(path, token).GET());
  }

  HttpResponse<String> post(String path, String token, String form) {
    return send(
        request(path, token)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private HttpRequest.Builder request(String path, String token) {
    var request =
        HttpRequest.newBuilder(URI.create(host.url() + path)).header("Accept", "text/html");
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private PublicKey key() {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) ++keys;
    return new PublicKey(Base64.getEncoder().encodeToString(bytes));
  }

  @Override
  public void close() {
    host.close();
  }
}
