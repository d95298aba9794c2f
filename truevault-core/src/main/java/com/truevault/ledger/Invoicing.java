package com.truevault.ledger;

import com.truevault.billing.Fact.Repayment;
import com.truevault.billing.Fact.Sale;
import com.truevault.billing.Money;
import com.truevault.billing.Subscription;
import com.truevault.billing.Tax;
import com.truevault.billing.Tax.Split;
import com.truevault.setting.SettingKey;
import com.truevault.setting.Settings;
import com.truevault.user.User;
import com.truevault.user.UserId;
import com.truevault.user.UserStatus;
import com.truevault.user.UserStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Issues invoices and credit notes in the transaction that books. Safe for use by many threads. */
public final class Invoicing {
  private final InvoiceStore invoices;
  private final Settings settings;
  private final UserStore users;
  private final InvoiceTexts texts = new InvoiceTexts();

  /** Issues into the given store. */
  public Invoicing(InvoiceStore invoices, Settings settings, UserStore users) {
    this.invoices = invoices;
    this.settings = settings;
    this.users = users;
  }

  /** Tax as it is now. */
  Tax tax() {
    return Tax.of(settings);
  }

  Invoice invoice(Subscription subscription, Sale sale, Sold sold, Instant now) {
    LocalDate today = date(now);
    Tax tax = tax();
    Split parts = tax.part(sale.gross());
    return invoices.issue(
        InvoiceKind.INVOICE,
        today.getYear(),
        number ->
            new Invoice(
                number,
                InvoiceKind.INVOICE,
                subscription.user(),
                subscription.publicId(),
                sale.saleId(),
                null,
                today,
                now,
                seller(),
                buyer(subscription.user()),
                texts.item(settings.text(SettingKey.SITE_NAME), sold.terms()),
                day(sold.from()),
                day(sold.to()),
                parts.net(),
                parts.tax(),
                sale.gross(),
                tax.rate(),
                settings.text(SettingKey.INVOICE_NOTE)));
  }

  /**
   * Corrects an invoice by an amount that went back; parties and tax are those of the invoice.
   *
   * @param parts of that amount
   */
  Invoice creditNote(Invoice corrected, Repayment repayment, Split parts, Instant now) {
    LocalDate today = date(now);
    return invoices.issue(
        InvoiceKind.CREDIT_NOTE,
        today.getYear(),
        number ->
            new Invoice(
                number,
                InvoiceKind.CREDIT_NOTE,
                corrected.user(),
                corrected.subscription(),
                corrected.saleId(),
                corrected.number(),
                today,
                now,
                corrected.seller(),
                corrected.buyer(),
                texts.correction(repayment.kind(), corrected.number()),
                corrected.periodFrom(),
                corrected.periodTo(),
                parts.net().times(-1),
                parts.tax().times(-1),
                parts.net().plus(parts.tax()).times(-1),
                corrected.taxRate(),
                settings.text(SettingKey.INVOICE_NOTE)));
  }

  /**
   * The parts of an amount that went back after an earlier one: rounded by what went back in all,
   * so that nothing is left of the tax once everything did.
   */
  static Split parts(Invoice invoice, Money earlier, Money amount) {
    Tax tax = new Tax(invoice.taxRate(), true);
    Split before = tax.part(earlier);
    Split after = tax.part(earlier.plus(amount));
    return new Split(after.net().minus(before.net()), after.tax().minus(before.tax()));
  }

  private Party seller() {
    String name = settings.text(SettingKey.SELLER_NAME);
    return new Party(
        name.isEmpty() ? settings.text(SettingKey.SITE_NAME) : name,
        settings.text(SettingKey.SELLER_ADDRESS).replaceAll("\\s*;\\s*", "\n"),
        settings.text(SettingKey.SELLER_TAX_ID),
        settings.text(SettingKey.SUPPORT_EMAIL));
  }

  /** Of an erased person nothing is left to write. */
  private Party buyer(UserId id) {
    User user =
        users
            .find(id)
            .filter(found -> found.membership().status() != UserStatus.DELETED)
            .orElse(null);
    return user == null
        ? new Party(texts.formerCustomer(), "", "", "")
        : new Party(user.name().full(), "", "", user.email().deliverable());
  }

  private LocalDate date(Instant at) {
    return LocalDate.ofInstant(at, ZoneId.of(settings.text(SettingKey.SELLER_TIME_ZONE)));
  }

  private @Nullable LocalDate day(@Nullable Instant at) {
    return at == null ? null : date(at);
  }
}
