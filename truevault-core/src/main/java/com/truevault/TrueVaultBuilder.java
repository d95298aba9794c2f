package com.truevault;

import com.truevault.billing.PaymentGateway;
import com.truevault.health.Probe;
import com.truevault.ledger.Invoice;
import com.truevault.ledger.InvoicePrinter;
import com.truevault.mail.MailSender;
import com.truevault.secret.MasterKey;
import com.truevault.secret.RandomIds;
import com.truevault.user.PasswordHasher.Cost;
import com.truevault.webhook.MissedEvents;
import com.truevault.webhook.UnconfiguredReader;
import com.truevault.webhook.WebhookReader;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the ports of a {@link TrueVault}. Storage, payments, mail and the master key have no
 * default. Not safe for use by many threads.
 */
public final class TrueVaultBuilder {
  private @Nullable Storage storage;
  private @Nullable PaymentGateway payments;
  private MissedEvents missedEvents = MissedEvents.NONE;
  private @Nullable MailSender mail;
  private Probe probe = targets -> Map.of();
  private WebhookReader webhooks = new UnconfiguredReader();
  private InvoicePrinter printer = TrueVaultBuilder::withoutPrinter;
  private List<MasterKey> keys = List.of();
  private InstantSource clock = InstantSource.system();
  private SecureRandom random = new SecureRandom();
  private String baseUrl = "http://127.0.0.1:8080";
  private Cost passwordCost = Cost.STANDARD;

  TrueVaultBuilder() {}

  /** Where everything rests. Closing the vault closes it. */
  public TrueVaultBuilder storage(Storage value) {
    storage = value;
    return this;
  }

  /** Where money is asked for. */
  public TrueVaultBuilder payments(PaymentGateway value) {
    payments = value;
    return this;
  }

  /** What finds deliveries of the payment provider that never arrived; nothing does if not set. */
  public TrueVaultBuilder missedEvents(MissedEvents value) {
    missedEvents = value;
    return this;
  }

  /** What carries mail away. */
  public TrueVaultBuilder mail(MailSender value) {
    mail = value;
    return this;
  }

  /** What finds out whether servers serve; nothing is found out if not set. */
  public TrueVaultBuilder probe(Probe value) {
    probe = value;
    return this;
  }

  /** What understands the payment provider's deliveries; nothing is taken in if not set. */
  public TrueVaultBuilder webhooks(WebhookReader value) {
    webhooks = value;
    return this;
  }

  /** What makes documents of invoices; none are made if not set. */
  public TrueVaultBuilder invoicePrinter(InvoicePrinter value) {
    printer = value;
    return this;
  }

  /** The key under which secrets rest, then older keys that are still needed to read. */
  public TrueVaultBuilder masterKeys(MasterKey... values) {
    keys = List.of(values);
    return this;
  }

  /** Where people reach the site, for links in mails; without a slash at the end. */
  public TrueVaultBuilder baseUrl(String value) {
    baseUrl = value;
    return this;
  }

  /** The time; the system's if not set. */
  public TrueVaultBuilder clock(InstantSource value) {
    clock = value;
    return this;
  }

  /** Randomness; the system's strong source if not set. */
  public TrueVaultBuilder random(SecureRandom value) {
    random = value;
    return this;
  }

  /** What a password hash costs; tests choose less than the standard. */
  public TrueVaultBuilder passwordCost(Cost value) {
    passwordCost = value;
    return this;
  }

  /**
   * Joins the ports.
   *
   * @throws IllegalStateException naming every port that is missing
   */
  public TrueVault build() {
    if (storage == null || payments == null || mail == null || keys.isEmpty()) {
      throw new IllegalStateException(
          "a vault needs storage, payments, mail and a master key; missing:"
              + (storage == null ? " storage" : "")
              + (payments == null ? " payments" : "")
              + (mail == null ? " mail" : "")
              + (keys.isEmpty() ? " masterKeys" : ""));
    }
    return new TrueVault(
        new TrueVault.Ports(storage, payments, mail, probe, webhooks, missedEvents, printer),
        new TrueVault.Environment(keys, new RandomIds(random), clock, baseUrl, passwordCost));
  }

  private static byte[] withoutPrinter(Invoice invoice) {
    throw new TrueVaultException(
        ErrorKind.UNAVAILABLE,
        "invoices-not-printed",
        "invoice " + invoice.number() + " cannot be printed here; set an invoice printer");
  }
}
