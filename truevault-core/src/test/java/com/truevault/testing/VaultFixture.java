package com.truevault.testing;

import com.truevault.Storage;
import com.truevault.TrueVault;
import com.truevault.billing.BillingCycle;
import com.truevault.billing.Subscription;
import com.truevault.device.Device;
import com.truevault.device.DeviceFixture;
import com.truevault.device.DeviceType;
import com.truevault.device.NewDevice;
import com.truevault.device.OperatingSystem;
import com.truevault.mail.Mail;
import com.truevault.mail.MailSender;
import com.truevault.secret.MasterKey;
import com.truevault.secret.RandomIds;
import com.truevault.server.Server;
import com.truevault.server.ServerFixture;
import com.truevault.subscription.Subscriptions.Started;
import com.truevault.user.EmailAddress;
import com.truevault.user.PasswordHasher.Cost;
import com.truevault.user.Plan;
import com.truevault.user.Registration;
import com.truevault.user.Session.Origin;
import com.truevault.user.SignIn;
import com.truevault.user.SignIns.Attempt;
import com.truevault.user.User;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A vault in memory with cheap passwords, a clock to set, and nothing outside. */
public final class VaultFixture {
  /** When it is at first: a day that not every month has. */
  public static final Instant START = Instant.parse("2026-01-31T10:00:00Z");

  /** Everybody's password. */
  public static final String PASSWORD = "seven green horses";

  private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]+)");

  private final Storage storage;
  private final SettableClock clock;
  private final RecordingMailSender mails = new RecordingMailSender();
  private final SimulatedGateway gateway;
  private final TrueVault vault;

  /** A fresh one. */
  public VaultFixture() {
    this(new InMemoryStorage());
  }

  /** One on a storage that may have been used before. */
  public VaultFixture(Storage storage) {
    this(storage, new SettableClock(START), null);
  }

  /** One after a restart: storage, time and gateway are as they were. */
  public VaultFixture(Storage storage, VaultFixture before) {
    this(storage, before.clock, before.gateway);
  }

  private VaultFixture(
      Storage storage,
      SettableClock clock,
      @org.jspecify.annotations.Nullable SimulatedGateway known) {
    this.storage = storage;
    this.clock = clock;
    this.gateway =
        known == null
            ? new SimulatedGateway(
                new RandomIds(new SecureRandom()), clock, "http://127.0.0.1:8080/demo/approve/")
            : known;
    this.vault = vault(mails);
  }

  /** Another vault on the same storage that sends its mail otherwise. */
  public TrueVault vault(MailSender sender) {
    return TrueVault.builder()
        .storage(storage)
        .payments(gateway)
        .mail(sender)
        .masterKeys(new MasterKey("k1", new byte[32]))
        .clock(clock)
        .baseUrl("https://vpn.example.com")
        .passwordCost(new Cost(8, 1))
        .build();
  }

  /** The vault. */
  public TrueVault vault() {
    return vault;
  }

  /** Where it rests. */
  public Storage storage() {
    return storage;
  }

  /** What time it is. */
  public SettableClock clock() {
    return clock;
  }

  /** What was mailed, after all deliveries. */
  public RecordingMailSender mails() {
    vault.maintenance().deliver();
    return mails;
  }

  /** What was mailed so far. */
  public RecordingMailSender mailed() {
    return mails;
  }

  /** Who is asked for money, after all that was to be done about it. */
  public SimulatedGateway gateway() {
    vault.billingRounds().run();
    vault.maintenance().deliver();
    return gateway;
  }

  /** Who is asked for money, while all that is to be done about it waits. */
  public SimulatedGateway gatewayAlone() {
    return gateway;
  }

  /** Registers somebody. */
  public User customer(String email) {
    User user = vault.users().register(Registration.of(email, PASSWORD, "Alex", "Example"));
    return reload(user);
  }

  /** Registers somebody whose address is known to be theirs. */
  public User confirmed(String email) {
    return vault.addresses().vouch("admin", customer(email));
  }

  /** Registers somebody who pays monthly and has read every mail about it. */
  public User subscriber(String email, Plan plan) {
    User user = customer(email);
    subscribe(user, plan, BillingCycle.MONTHLY);
    vault.maintenance().deliver();
    return reload(user);
  }

  /** Subscribes and approves. */
  public Subscription subscribe(User user, Plan plan, BillingCycle cycle) {
    Started started = vault.subscriptions().start(user, plan, cycle);
    return decide(started.subscription(), SimulatedGateway.Decision.APPROVE);
  }

  /** Decides for the customer and tells the vault. */
  public Subscription decide(Subscription opened, SimulatedGateway.Decision decision) {
    gateway.decide(String.valueOf(opened.gatewayId()), decision);
    return vault.subscriptions().refresh(opened.publicId());
  }

  /** The user as stored now. */
  public User reload(User user) {
    return vault.users().find(user.id()).orElseThrow();
  }

  /** Adds a server. */
  public Server server(Server server) {
    vault.servers().add("admin", server);
    return server;
  }

  /** Adds a device on the server of the fixtures, which must be there. */
  public Device device(User user, String name, int key) {
    return vault
        .devices()
        .add(
            user,
            new NewDevice(
                name,
                DeviceType.MOBILE,
                OperatingSystem.IOS,
                DeviceFixture.key(key),
                ServerFixture.NEW_YORK.key()));
  }

  /** Tries to sign in. */
  public SignIn signIn(String email, String password, String code) {
    return vault
        .signIns()
        .signIn(
            new Attempt(
                EmailAddress.of(email), password, code, Origin.of("192.0.2.7", "Browser/1.0")));
  }

  /** Signs somebody in who has no second factor. */
  public SignIn.Accepted signIn(User user) {
    SignIn outcome = signIn(user.email().typed(), PASSWORD, "");
    if (outcome instanceof SignIn.Accepted accepted) {
      return accepted;
    }
    throw new AssertionError("not accepted: " + outcome);
  }

  /** The secret in the newest mail to an address. */
  public String mailedSecret(String address) {
    Mail mail = mails().newestTo(address).orElseThrow();
    Matcher token = TOKEN.matcher(mail.text());
    if (!token.find()) {
      throw new AssertionError("no link in the mail " + mail.subject());
    }
    return token.group(1);
  }
}
