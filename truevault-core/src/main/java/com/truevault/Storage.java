package com.truevault;

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
import java.util.List;

/**
 * Everything that rests, as one thing to hand over: another database is another implementation of
 * this. It has accessors only. Stores are safe for use by many threads until it is closed.
 */
public interface Storage extends AutoCloseable {
  /** Transactions over one file each. */
  Transactions transactions();

  /** The outbox and inbox of every file. */
  MessageStore messages();

  /** The audit log. */
  AuditStore audit();

  /** Settings. */
  SettingStore settings();

  /** The look of the site. */
  ThemeStore themes();

  /** Users and credentials. */
  UserStore users();

  /** Sessions. */
  SessionStore sessions();

  /** Failed attempts. */
  ThrottleStore throttles();

  /** The VIP list. */
  VipStore vips();

  /** Prices. */
  PriceStore prices();

  /** Subscriptions. */
  SubscriptionStore subscriptions();

  /** What happened to subscriptions. */
  FactStore facts();

  /** Payments, repayments and failed renewals. */
  PaymentStore payments();

  /** Invoices and credit notes. */
  InvoiceStore invoices();

  /** The ledger. */
  LedgerStore ledger();

  /** Work that decisions about money left behind. */
  JobStore billingJobs();

  /** Deliveries of the payment provider. */
  WebhookStore webhooks();

  /** Plans at the payment provider. */
  GatewayPlanStore gatewayPlans();

  /** Comparisons with the payment provider. */
  ComparisonStore comparisons();

  /** Texts of mails that were changed. */
  MailTemplateStore mailTemplates();

  /** Servers. */
  ServerStore servers();

  /** Checks of servers, and what they are summed up to. */
  HealthStore serverHealth();

  /** Alarms about servers. */
  AlarmStore alarms();

  /** Planned maintenance of servers. */
  MaintenanceWindowStore maintenanceWindows();

  /** Devices. */
  DeviceStore devices();

  /** Offsets of the address pool. */
  AddressStore addresses();

  /** Configuration texts. */
  ConfigurationStore configurations();

  /** Counters, traffic and presence of devices. */
  TrafficStore traffic();

  /** Lists of peers that were issued. */
  PeerListStore peerLists();

  /** The keys of this installation. */
  NodeKeyStore nodeKeys();

  /** Agents and their reports. */
  AgentStore agents();

  /**
   * Which generation of the data is open, from 1: another one than before is another copy, such as
   * a restored one.
   */
  long folderGeneration();

  /** Examines the rules that hold across the files. */
  Doctor doctor();

  /** How each file is doing. */
  List<FileHealth> health();

  /** Finishes what is under way and lets go of the files. */
  @Override
  void close();
}
