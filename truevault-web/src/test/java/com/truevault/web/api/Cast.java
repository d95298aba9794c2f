package com.truevault.web.api;

import com.truevault.TrueVault;
import com.truevault.billing.BillingCycle;
import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionStatus;
import com.truevault.billing.SubscriptionStore;
import com.truevault.device.Device;
import com.truevault.device.DeviceType;
import com.truevault.device.NewDevice;
import com.truevault.device.OperatingSystem;
import com.truevault.server.AccessLevel;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.subscription.Subscriptions.Started;
import com.truevault.testing.SimulatedGateway.Decision;
import com.truevault.user.EmailAddress;
import com.truevault.user.Plan;
import com.truevault.user.Registration;
import com.truevault.user.Session.Origin;
import com.truevault.user.SignIn;
import com.truevault.user.SignIns.Attempt;
import com.truevault.user.User;
import com.truevault.web.host.Eventually;
import com.truevault.web.host.TestHost;
import com.truevault.web.http.Route;
import com.truevault.wireguard.Endpoint;
import com.truevault.wireguard.PublicKey;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** People for the tests of one host, each made as the library makes them. */
final class Cast {
  static final String PASSWORD = "correct horse battery";
  static final String SERVER = "new_york";
  static final String VIP_SERVER = "st_louis";

  private static final Origin ORIGIN = Origin.of("192.0.2.7", "test");

  private final TestHost host;
  private final AtomicInteger next = new AtomicInteger();
  private @Nullable TestAgent agent;

  Cast(TestHost host) {
    this.host = host;
    host.vault().servers().add("system", server(SERVER, AccessLevel.PUBLIC));
    host.vault().servers().add("system", server("toronto", AccessLevel.PUBLIC));
    host.vault().servers().add("system", server(VIP_SERVER, AccessLevel.VIP_ONLY));
  }

  /** Somebody who is signed in. */
  record Member(User user, String token, String sessionId) {
    String email() {
      return user.email().typed();
    }
  }

  Client client() {
    return new Client(host.url(), null);
  }

  Client client(Member member) {
    return new Client(host.url(), member.token());
  }

  /** Somebody new, who has no plan. */
  Member newcomer() {
    return signedIn(vault().users().register(registration("user")));
  }

  /** Somebody who pays for the smallest plan. */
  Member subscriber() {
    return subscriber(Plan.PERSONAL);
  }

  Member subscriber(Plan plan) {
    User user = vault().users().register(registration("payer"));
    Started started = vault().subscriptions().start(user, plan, BillingCycle.MONTHLY);
    String gatewayId = Objects.requireNonNull(started.subscription().gatewayId());
    host.gateway().decide(gatewayId, Decision.APPROVE);
    vault().subscriptions().refresh(started.subscription().publicId());
    return signedIn(user);
  }

  Member vip() {
    Registration registration = registration("vip");
    vault().vips().add("system", registration.email(), "");
    return signedIn(vault().addresses().vouch("system", vault().users().register(registration)));
  }

  /** The token of whom a route is for: an agent's, an administrator's or a user's. */
  String token(Route route, Member user, Member admin) {
    return switch (route.access()) {
      case AGENT -> agentToken();
      case ADMIN -> admin.token();
      case USER, ANYONE -> user.token();
    };
  }

  Client client(Route route, Member user, Member admin) {
    return client().as(token(route, user, admin));
  }

  /** The credential of the one agent that joined. */
  private String agentToken() {
    if (agent == null) {
      agent = TestAgent.of(host, SERVER);
      vault().peerLists().publish();
    }
    return agent.credential();
  }

  Member administrator() {
    return signedIn(vault().users().registerAdministrator(registration("admin")));
  }

  Device device(Member owner) {
    return vault()
        .devices()
        .add(
            owner.user(),
            new NewDevice(
                "Phone", DeviceType.MOBILE, OperatingSystem.IOS, key(), new ServerKey(SERVER)));
  }

  Member signedIn(User user) {
    SignIn outcome = vault().signIns().signIn(new Attempt(user.email(), PASSWORD, "", ORIGIN));
    if (!(outcome instanceof SignIn.Accepted accepted)) {
      throw new IllegalStateException("sign-in of " + user.email() + ": " + outcome);
    }
    String token =
        host.tokens().issue(accepted.secret(), accepted.signedIn().session().expiresAt());
    User now = vault().users().find(user.id()).orElseThrow();
    awaitFirstMail();
    return new Member(now, token, accepted.signedIn().session().publicId());
  }

  /** Mails leave in rounds; whoever asks for the first one must not be early. */
  private void awaitFirstMail() {
    vault().maintenance().deliver();
    Eventually.found("the first mail", () -> host.mailbox().mails().stream().findFirst());
  }

  /** Suspends the subscription of somebody whose payments failed for too long. */
  void leaveUnpaid(Member member) {
    SubscriptionStore store = vault().storage().subscriptions();
    Subscription paid = store.ofUser(member.user().id()).get(0);
    store.update(
        new Subscription(
            paid.publicId(),
            paid.user(),
            paid.gatewayId(),
            paid.plan(),
            paid.price(),
            paid.cycle(),
            SubscriptionStatus.SUSPENDED,
            paid.startDate(),
            paid.paidThrough(),
            paid.cancelledDate(),
            paid.cancellationReason(),
            paid.standing()));
  }

  /** The newest link to a page that was mailed to somebody; waits until it has left. */
  String mailedLink(String email, String page) {
    vault().maintenance().deliver();
    String start = host.url() + page + "?token=";
    return Eventually.found(
        "a link to " + page + " for " + email,
        () ->
            host.mailbox().mails().stream()
                .filter(mail -> mail.to().equalsIgnoreCase(email) && mail.text().contains(start))
                .reduce((earlier, later) -> later)
                .map(mail -> mail.text().substring(mail.text().indexOf(start)).split("\\s", 2)[0]));
  }

  boolean wasMailed(String text) {
    return host.mailbox().mails().stream().anyMatch(mail -> mail.text().contains(text));
  }

  /** A public key that was never used before. */
  static PublicKey key() {
    byte[] bytes = new byte[32];
    ThreadLocalRandom.current().nextBytes(bytes);
    return new PublicKey(Base64.getEncoder().encodeToString(bytes));
  }

  String freshEmail(String who) {
    return who + next.incrementAndGet() + "@example.com";
  }

  private Registration registration(String who) {
    return new Registration(
        EmailAddress.of(freshEmail(who)), PASSWORD, User.Name.of("Sam", "Sample"));
  }

  private TrueVault vault() {
    return host.vault();
  }

  private static Server server(String key, AccessLevel access) {
    return new Server(
        new ServerKey(key),
        new Server.Label(key, "", "", 0),
        new Endpoint("192.0.2.10", 51820),
        key(),
        new Server.Access(access, null),
        new Server.State(true, true, null),
        new Server.Location("", "", ""),
        new Server.Hosting("", null));
  }
}
