package com.truevault.testing;

import com.truevault.Storage;
import com.truevault.agent.AgentStore;
import com.truevault.audit.AuditStore;
import com.truevault.billing.FactStore;
import com.truevault.billing.GatewayPlanStore;
import com.truevault.billing.Money;
import com.truevault.billing.PriceStore;
import com.truevault.billing.SubscriptionStore;
import com.truevault.device.AddressStore;
import com.truevault.device.ConfigurationStore;
import com.truevault.device.DeviceStore;
import com.truevault.health.AlarmStore;
import com.truevault.health.HealthStore;
import com.truevault.health.MaintenanceWindowStore;
import com.truevault.ledger.InvoiceStore;
import com.truevault.ledger.LedgerStore;
import com.truevault.ledger.PaymentStore;
import com.truevault.mail.MailTemplateStore;
import com.truevault.outbox.MessageStore;
import com.truevault.peer.NodeKeyStore;
import com.truevault.peer.PeerListStore;
import com.truevault.server.ServerStore;
import com.truevault.setting.SettingStore;
import com.truevault.store.DataFile;
import com.truevault.store.Doctor;
import com.truevault.store.FileHealth;
import com.truevault.store.Finding;
import com.truevault.store.Transactions;
import com.truevault.subscription.ComparisonStore;
import com.truevault.subscription.JobStore;
import com.truevault.theme.ThemeStore;
import com.truevault.traffic.TrafficStore;
import com.truevault.user.Plan;
import com.truevault.user.Session;
import com.truevault.user.SessionStore;
import com.truevault.user.ThrottleStore;
import com.truevault.user.UserStore;
import com.truevault.vip.VipStore;
import com.truevault.webhook.WebhookStore;
import java.util.List;
import java.util.Map;

/**
 * A fresh installation that rests nowhere: transactions, constraints and catalogue rows are those
 * of the real thing, and all is gone when it is let go. Its doctor looks for nothing and finds
 * nothing. Each write copies the tables it changes, so it is for tests and demos, not for many
 * rows. Safe for use by many threads.
 */
public final class InMemoryStorage implements Storage {
  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final MessageStore messages = new InMemoryMessageStore(transactions);
  private final AuditStore audit = new InMemoryAuditStore(transactions);
  private final SettingStore settings = new InMemorySettingStore(transactions);
  private final ThemeStore themes = new InMemoryThemeStore(transactions);
  private final InMemoryUserStore users;
  private final SessionStore sessions;
  private final ThrottleStore throttles = new InMemoryThrottleStore(transactions);
  private final VipStore vips = new InMemoryVipStore(transactions);
  private final InMemorySubscriptionStore subscriptions =
      new InMemorySubscriptionStore(transactions);
  private final FactStore facts = new InMemoryFactStore(transactions, subscriptions);
  private final InMemoryPaymentStore payments =
      new InMemoryPaymentStore(transactions, subscriptions);
  private final InvoiceStore invoices = new InMemoryInvoiceStore(transactions, payments);
  private final LedgerStore ledger = new InMemoryLedgerStore(transactions, subscriptions);
  private final JobStore billingJobs = new InMemoryJobStore(transactions, subscriptions);
  private final WebhookStore webhooks = new InMemoryWebhookStore(transactions);
  private final GatewayPlanStore gatewayPlans = new InMemoryGatewayPlanStore(transactions);
  private final ComparisonStore comparisons = new InMemoryComparisonStore(transactions);
  private final MailTemplateStore mailTemplates = new InMemoryMailTemplateStore(transactions);
  private final ServerStore servers = new InMemoryServerStore(transactions);
  private final HealthStore health = new InMemoryHealthStore(transactions);
  private final AlarmStore alarms = new InMemoryAlarmStore(transactions);
  private final MaintenanceWindowStore windows = new InMemoryMaintenanceWindowStore(transactions);
  private final InMemoryDeviceStore devices = new InMemoryDeviceStore(transactions);
  private final AddressStore addresses = new InMemoryAddressStore(transactions);
  private final PeerListStore peerLists = new InMemoryPeerListStore(transactions);
  private final NodeKeyStore nodeKeys = new InMemoryNodeKeyStore(transactions);
  private final AgentStore agents = new InMemoryAgentStore(transactions);

  /** A fresh installation: catalogue rows, no users, no servers. */
  public InMemoryStorage() {
    InMemoryTable<Session> sessionRows = new InMemoryTable<>(transactions, DataFile.USERS);
    users = new InMemoryUserStore(transactions, sessionRows);
    sessions = new InMemorySessionStore(transactions, sessionRows, users);
  }

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public MessageStore messages() {
    return messages;
  }

  @Override
  public AuditStore audit() {
    return audit;
  }

  @Override
  public SettingStore settings() {
    return settings;
  }

  @Override
  public ThemeStore themes() {
    return themes;
  }

  @Override
  public UserStore users() {
    return users;
  }

  @Override
  public SessionStore sessions() {
    return sessions;
  }

  @Override
  public ThrottleStore throttles() {
    return throttles;
  }

  @Override
  public VipStore vips() {
    return vips;
  }

  @Override
  public PriceStore prices() {
    return () ->
        Map.of(
            Plan.PERSONAL, Money.of("9.99", "USD"),
            Plan.FAMILY, Money.of("14.99", "USD"),
            Plan.BUSINESS, Money.of("29.99", "USD"));
  }

  @Override
  public SubscriptionStore subscriptions() {
    return subscriptions;
  }

  @Override
  public FactStore facts() {
    return facts;
  }

  @Override
  public PaymentStore payments() {
    return payments;
  }

  @Override
  public InvoiceStore invoices() {
    return invoices;
  }

  @Override
  public LedgerStore ledger() {
    return ledger;
  }

  @Override
  public JobStore billingJobs() {
    return billingJobs;
  }

  @Override
  public WebhookStore webhooks() {
    return webhooks;
  }

  @Override
  public GatewayPlanStore gatewayPlans() {
    return gatewayPlans;
  }

  @Override
  public ComparisonStore comparisons() {
    return comparisons;
  }

  @Override
  public MailTemplateStore mailTemplates() {
    return mailTemplates;
  }

  @Override
  public ServerStore servers() {
    return servers;
  }

  @Override
  public HealthStore serverHealth() {
    return health;
  }

  @Override
  public AlarmStore alarms() {
    return alarms;
  }

  @Override
  public MaintenanceWindowStore maintenanceWindows() {
    return windows;
  }

  @Override
  public DeviceStore devices() {
    return devices;
  }

  @Override
  public AddressStore addresses() {
    return addresses;
  }

  @Override
  public ConfigurationStore configurations() {
    return devices.configurations();
  }

  @Override
  public TrafficStore traffic() {
    return devices.traffic();
  }

  @Override
  public PeerListStore peerLists() {
    return peerLists;
  }

  @Override
  public NodeKeyStore nodeKeys() {
    return nodeKeys;
  }

  @Override
  public AgentStore agents() {
    return agents;
  }

  @Override
  public long folderGeneration() {
    return 1;
  }

  @Override
  public Doctor doctor() {
    return new Healthy();
  }

  @Override
  public List<FileHealth> health() {
    return transactions.files().stream()
        .map(
            file ->
                new FileHealth(
                    file.name(), !file.isClosed(), 0, file.isClosed() ? "it is closed" : ""))
        .toList();
  }

  @Override
  public void close() {
    transactions.files().forEach(InMemoryFile::close);
  }

  /** What the real one looks for are rows that no port can write. */
  private static final class Healthy implements Doctor {
    @Override
    public List<Finding> examine() {
      return List.of();
    }

    @Override
    public List<Finding> repair() {
      return List.of();
    }
  }
}
