package com.truevault;

import com.truevault.agent.AgentReports;
import com.truevault.agent.Agents;
import com.truevault.audit.AuditLog;
import com.truevault.billing.PaymentGateway;
import com.truevault.billing.Plans;
import com.truevault.device.AddressPlan;
import com.truevault.device.Configurations;
import com.truevault.device.DeviceCleanup;
import com.truevault.device.DeviceRules;
import com.truevault.device.Devices;
import com.truevault.device.PresharedKeys;
import com.truevault.entitlement.Entitlements;
import com.truevault.entitlement.MembershipProjection;
import com.truevault.entitlement.MembershipRound;
import com.truevault.health.AlarmMails;
import com.truevault.health.Health;
import com.truevault.health.HealthRounds;
import com.truevault.health.HealthStores;
import com.truevault.health.OfflineServers;
import com.truevault.health.Probe;
import com.truevault.health.ReportedTroubles;
import com.truevault.ledger.InvoicePrinter;
import com.truevault.ledger.Invoices;
import com.truevault.mail.MailSender;
import com.truevault.mail.MailTemplates;
import com.truevault.mail.Mails;
import com.truevault.outbox.Deliveries;
import com.truevault.outbox.Effects;
import com.truevault.outbox.Relay;
import com.truevault.peer.NodeKeys;
import com.truevault.peer.PeerLists;
import com.truevault.peer.PeerSources;
import com.truevault.secret.MasterKey;
import com.truevault.secret.RandomIds;
import com.truevault.secret.SecretBox;
import com.truevault.server.Servers;
import com.truevault.setting.SettingKey;
import com.truevault.setting.Settings;
import com.truevault.subscription.BillingRounds;
import com.truevault.subscription.MoneyDesk;
import com.truevault.subscription.PlanChanges;
import com.truevault.subscription.Reconciliation;
import com.truevault.subscription.Subscriptions;
import com.truevault.theme.Themes;
import com.truevault.traffic.Traffic;
import com.truevault.user.Addresses;
import com.truevault.user.Departures;
import com.truevault.user.PasswordHasher.Cost;
import com.truevault.user.Passwords;
import com.truevault.user.SecondFactors;
import com.truevault.user.Sessions;
import com.truevault.user.SignIns;
import com.truevault.user.Users;
import com.truevault.vip.Vips;
import com.truevault.webhook.MissedEvents;
import com.truevault.webhook.WebhookInbox;
import com.truevault.webhook.WebhookReader;
import com.truevault.wireguard.AddressPool;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * The library: one brand with one data folder. Start with {@link #builder()}; every feature is an
 * accessor. Safe for use by many threads; several vaults may live in one process.
 */
public final class TrueVault implements AutoCloseable {
  private final Storage storage;
  private final Settings settings;
  private final Themes themes;
  private final MailTemplates mailTemplates;
  private final People people;
  private final Vips vips;
  private final Plans plans;
  private final Funds funds;
  private final Invoices invoices;
  private final Entitlements entitlements;
  private final Servers servers;
  private final AddressPlan addressPlan;
  private final Devices devices;
  private final Configurations configurations;
  private final Traffic traffic;
  private final Nodes nodes;
  private final Health health;
  private final AuditLog audit;
  private final Deliveries deliveries;
  private final Maintenance maintenance;

  TrueVault(Ports ports, Environment environment) {
    storage = ports.storage();
    InstantSource clock = environment.clock();
    RandomIds random = environment.random();
    SecretBox box = new SecretBox(environment.keys(), random);
    Relay relay = new Relay(storage.transactions(), storage.messages(), clock);
    Effects effects = new Effects(storage.transactions(), storage.messages(), relay, random, clock);
    settings =
        new Settings(storage.settings(), effects, box, () -> storage.addresses().wereGivenOut());
    themes = new Themes(storage.themes(), effects);
    mailTemplates =
        new MailTemplates(
            storage.mailTemplates(), effects, ports.mail(), () -> site(environment.baseUrl()));
    Mails mails = new Mails(ports.mail(), box, random, mailTemplates);
    people = People.of(storage, new People.Tools(settings, box, mails, effects, environment));
    vips = new Vips(storage.vips(), effects);
    plans = new Plans(storage.prices(), settings);
    funds = Funds.of(ports, new Funds.Tools(plans, settings, mails, vips, effects));
    invoices = new Invoices(storage.invoices(), ports.printer(), storage.transactions());
    entitlements = new Entitlements(vips, subscriptions(), plans, settings, clock);
    HealthStores healthStores =
        new HealthStores(
            storage.servers(),
            storage.serverHealth(),
            storage.alarms(),
            storage.maintenanceWindows());
    OfflineServers offline =
        new OfflineServers(healthStores.health(), healthStores.windows(), settings, clock);
    servers = new Servers(storage.servers(), offline, effects);
    addressPlan = new AddressPlan(storage.addresses(), settings, clock);
    PresharedKeys presharedKeys = new PresharedKeys(box, random);
    DeviceRules rules =
        new DeviceRules(entitlements, servers, settings, presharedKeys, storage.users());
    devices = new Devices(storage.devices(), storage.configurations(), addressPlan, rules, effects);
    configurations =
        new Configurations(
            devices,
            storage.configurations(),
            rules,
            addressPlan,
            new Configurations.Clocked(storage.transactions(), clock));
    traffic = new Traffic(storage.traffic(), devices, settings, effects);
    nodes =
        Nodes.of(
            storage,
            new PeerSources(storage.users(), storage.devices(), entitlements, presharedKeys),
            new Nodes.Tools(settings, box, addressPlan, servers, effects),
            traffic);
    ReportedTroubles reported = new ReportedTroubles(nodes.reports(), storage.servers(), clock);
    health =
        Health.of(
            healthStores,
            new HealthRounds.Senses(ports.probe(), reported, addressPlan::pool),
            reported,
            new AlarmMails(mails, settings, storage.users(), storage.servers()),
            new Health.Tools(settings, effects, clock));
    audit = new AuditLog(storage.audit());
    deliveries = new Deliveries(storage.messages(), relay, effects, AuditLog::note);
    MembershipProjection.Sources memberships =
        new MembershipProjection.Sources(storage.users(), entitlements, subscriptions(), clock);
    maintenance =
        new Maintenance(
            relay,
            deliveries,
            people,
            new MembershipRound(memberships, storage.transactions()),
            traffic);
    handle(relay, mails, memberships);
    Nodes.handle(relay, storage, effects);
    makeAddressPrefix(random);
  }

  /** Starts gathering ports. */
  public static TrueVaultBuilder builder() {
    return new TrueVaultBuilder();
  }

  /** Typed settings. */
  public Settings settings() {
    return settings;
  }

  /** The look of the site. */
  public Themes themes() {
    return themes;
  }

  /** The words of mails. */
  public MailTemplates mailTemplates() {
    return mailTemplates;
  }

  /** Registers, finds and changes users. */
  public Users users() {
    return people.users();
  }

  /** Lets people in. */
  public SignIns signIns() {
    return people.signIns();
  }

  /** Finds and ends sessions. */
  public Sessions sessions() {
    return people.sessions();
  }

  /** Changes and resets passwords. */
  public Passwords passwords() {
    return people.passwords();
  }

  /** Confirms and changes e-mail addresses. */
  public Addresses addresses() {
    return people.addresses();
  }

  /** Sign-in codes. */
  public SecondFactors secondFactors() {
    return people.secondFactors();
  }

  /** Erases users who leave. */
  public Departures departures() {
    return people.departures();
  }

  /** The VIP list, for administrators. */
  public Vips vips() {
    return vips;
  }

  /** What is sold. */
  public Plans plans() {
    return plans;
  }

  /** Opens and ends subscriptions. */
  public Subscriptions subscriptions() {
    return funds.billing().subscriptions();
  }

  /** Asks the payment provider how things stand. */
  public Reconciliation reconciliation() {
    return funds.billing().reconciliation();
  }

  /** What administrators see and do about money. */
  public MoneyDesk money() {
    return funds.billing().desk();
  }

  /** Changes what a running subscription is for. */
  public PlanChanges planChanges() {
    return funds.billing().planChanges();
  }

  /** What has to be done about money from time to time. */
  public BillingRounds billingRounds() {
    return funds.billing().rounds();
  }

  /** What the payment provider sends. */
  public WebhookInbox webhookInbox() {
    return funds.inbox();
  }

  /** Who may connect, and why. */
  public Entitlements entitlements() {
    return entitlements;
  }

  /** Invoices and credit notes, and their documents. */
  public Invoices invoices() {
    return invoices;
  }

  /** The VPN servers. */
  public Servers servers() {
    return servers;
  }

  /** How the servers are doing. */
  public Health health() {
    return health;
  }

  /** How full the address pool is. */
  public AddressPlan addressPlan() {
    return addressPlan;
  }

  /** Users' devices. */
  public Devices devices() {
    return devices;
  }

  /** Configuration texts. */
  public Configurations configurations() {
    return configurations;
  }

  /** Who is connected, and how much was carried. */
  public Traffic traffic() {
    return traffic;
  }

  /** The keys of this installation, and who the probe is. */
  public NodeKeys nodeKeys() {
    return nodes.keys();
  }

  /** Who may connect to which server, as agents pull it. */
  public PeerLists peerLists() {
    return nodes.lists();
  }

  /** The agents of the servers. */
  public Agents agents() {
    return nodes.agents();
  }

  /** What agents report, and whether it is what it should be. */
  public AgentReports agentReports() {
    return nodes.reports();
  }

  /** Who did what, and when. */
  public AuditLog audit() {
    return audit;
  }

  /** Messages between the files that are in trouble. */
  public Deliveries deliveries() {
    return deliveries;
  }

  /** What the host does from time to time. */
  public Maintenance maintenance() {
    return maintenance;
  }

  /** Where everything rests: for health and doctor. */
  public Storage storage() {
    return storage;
  }

  @Override
  public void close() {
    nodes.lists().close();
    storage.close();
  }

  private void handle(Relay relay, Mails mails, MembershipProjection.Sources memberships) {
    relay.handle(audit);
    relay.handle(mails);
    relay.handle(people.resetLinks());
    funds.billing().handle(relay);
    DeviceCleanup.handlers(storage.devices(), storage.configurations(), devices)
        .forEach(relay::handle);
    MembershipProjection.all(memberships).forEach(relay::handle);
  }

  private void makeAddressPrefix(RandomIds random) {
    if (settings.text(SettingKey.ADDRESS_POOL_V6).isEmpty()) {
      settings.change(
          Settings.SYSTEM, Map.of(SettingKey.ADDRESS_POOL_V6, AddressPool.randomPrefix(random)));
    }
  }

  private Mails.Site site(String baseUrl) {
    return new Mails.Site(settings.text(SettingKey.SITE_NAME), baseUrl, themes.mailLook());
  }

  record Ports(
      Storage storage,
      PaymentGateway payments,
      MailSender mail,
      Probe probe,
      WebhookReader webhooks,
      MissedEvents missed,
      InvoicePrinter printer) {}

  record Environment(
      List<MasterKey> keys,
      RandomIds random,
      InstantSource clock,
      String baseUrl,
      Cost passwordCost) {}
}
