package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.agent.AgentStore;
import com.truevault.audit.AuditStore;
import com.truevault.billing.FactStore;
import com.truevault.billing.GatewayPlanStore;
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
import com.truevault.sqlite.doctor.Examination;
import com.truevault.sqlite.migration.Scripts;
import com.truevault.store.DataFile;
import com.truevault.store.Doctor;
import com.truevault.store.FileHealth;
import com.truevault.store.Transactions;
import com.truevault.subscription.ComparisonStore;
import com.truevault.subscription.JobStore;
import com.truevault.theme.ThemeStore;
import com.truevault.traffic.TrafficStore;
import com.truevault.user.SessionStore;
import com.truevault.user.ThrottleStore;
import com.truevault.user.UserStore;
import com.truevault.vip.VipStore;
import com.truevault.webhook.WebhookStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** The storage on nine SQLite files in one data folder. Safe for use by many threads. */
public final class SqliteStorage implements Storage {
  private final SqliteFiles files;
  private final InstantSource clock;

  private SqliteStorage(SqliteFiles files, InstantSource clock) {
    this.files = files;
    this.clock = clock;
  }

  /** Opens a data folder with the usual settings. */
  public static SqliteStorage open(Path directory) {
    return open(SqliteConfig.of(directory));
  }

  /**
   * Creates what is not there, checks and migrates what is, and opens all nine files.
   *
   * @throws com.truevault.store.StorageException if the folder is in use, or a file is missing,
   *     foreign, newer or damaged; nothing was changed then
   */
  public static SqliteStorage open(SqliteConfig config) {
    return open(config, Scripts.bundled());
  }

  static SqliteStorage open(SqliteConfig config, Scripts scripts) {
    return new SqliteStorage(SqliteFiles.open(config, scripts), config.clock());
  }

  @Override
  public Transactions transactions() {
    return files;
  }

  @Override
  public MessageStore messages() {
    return new SqliteMessageStore(files);
  }

  @Override
  public AuditStore audit() {
    return new SqliteAuditStore(files.get(DataFile.MAIN));
  }

  @Override
  public SettingStore settings() {
    return new SqliteSettingStore(files.get(DataFile.MAIN));
  }

  @Override
  public ThemeStore themes() {
    return new SqliteThemeStore(files.get(DataFile.MAIN));
  }

  @Override
  public UserStore users() {
    return new SqliteUserStore(files.get(DataFile.USERS));
  }

  @Override
  public SessionStore sessions() {
    return new SqliteSessionStore(files.get(DataFile.USERS));
  }

  @Override
  public ThrottleStore throttles() {
    return new SqliteThrottleStore(files.get(DataFile.USERS));
  }

  @Override
  public VipStore vips() {
    return new SqliteVipStore(files.get(DataFile.MAIN));
  }

  @Override
  public PriceStore prices() {
    return new SqlitePriceStore(files.get(DataFile.CAMPAIGNS));
  }

  @Override
  public SubscriptionStore subscriptions() {
    return new SqliteSubscriptionStore(files.get(DataFile.BILLING), clock);
  }

  @Override
  public FactStore facts() {
    return new SqliteFactStore(files.get(DataFile.BILLING));
  }

  @Override
  public PaymentStore payments() {
    return new SqlitePaymentStore(files.get(DataFile.BILLING));
  }

  @Override
  public InvoiceStore invoices() {
    return new SqliteInvoiceStore(files.get(DataFile.BILLING), clock);
  }

  @Override
  public LedgerStore ledger() {
    return new SqliteLedgerStore(files.get(DataFile.BILLING));
  }

  @Override
  public JobStore billingJobs() {
    return new SqliteJobStore(files.get(DataFile.BILLING));
  }

  @Override
  public WebhookStore webhooks() {
    return new SqliteWebhookStore(files.get(DataFile.BILLING));
  }

  @Override
  public GatewayPlanStore gatewayPlans() {
    return new SqliteGatewayPlanStore(files.get(DataFile.BILLING));
  }

  @Override
  public ComparisonStore comparisons() {
    return new SqliteComparisonStore(files.get(DataFile.BILLING));
  }

  @Override
  public MailTemplateStore mailTemplates() {
    return new SqliteMailTemplateStore(files.get(DataFile.MAIN));
  }

  @Override
  public ServerStore servers() {
    return new SqliteServerStore(files.get(DataFile.SERVERS));
  }

  @Override
  public HealthStore serverHealth() {
    return new SqliteHealthStore(files.get(DataFile.SERVERS));
  }

  @Override
  public AlarmStore alarms() {
    return new SqliteAlarmStore(files.get(DataFile.SERVERS));
  }

  @Override
  public MaintenanceWindowStore maintenanceWindows() {
    return new SqliteMaintenanceWindowStore(files.get(DataFile.SERVERS));
  }

  @Override
  public DeviceStore devices() {
    return new SqliteDeviceStore(files.get(DataFile.DEVICES));
  }

  @Override
  public AddressStore addresses() {
    return new SqliteAddressStore(files.get(DataFile.DEVICES));
  }

  @Override
  public ConfigurationStore configurations() {
    return new SqliteConfigurationStore(files.get(DataFile.DEVICES));
  }

  @Override
  public TrafficStore traffic() {
    return new SqliteTrafficStore(files.get(DataFile.DEVICES));
  }

  @Override
  public PeerListStore peerLists() {
    return new SqlitePeerListStore(files.get(DataFile.SERVERS));
  }

  @Override
  public NodeKeyStore nodeKeys() {
    return new SqliteNodeKeyStore(files.get(DataFile.SERVERS));
  }

  @Override
  public AgentStore agents() {
    return new SqliteAgentStore(files.get(DataFile.SERVERS));
  }

  @Override
  public long folderGeneration() {
    return files.folderGeneration();
  }

  @Override
  public Doctor doctor() {
    return new Examination(files::snapshot, files::get, clock);
  }

  @Override
  public List<FileHealth> health() {
    return files.health();
  }

  SqliteFiles files() {
    return files;
  }

  @Override
  public void close() {
    files.close();
  }
}
