package com.truevault.documents;

import com.truevault.billing.Money;
import com.truevault.ledger.Invoice;
import com.truevault.ledger.InvoiceKind;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** What stands on invoices beside their values. Safe for use by many threads. */
final class Words {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final ResourceBundle texts =
      ResourceBundle.getBundle("com.truevault.documents.invoice", Locale.ROOT);

  String text(String key, Object... values) {
    return new MessageFormat(texts.getString(key), Locale.ROOT).format(values);
  }

  String title(InvoiceKind kind) {
    return text(kind.name().toLowerCase(Locale.ROOT));
  }

  String date(LocalDate day) {
    return DATE.format(day);
  }

  /** Empty if what was sold has no period. */
  String period(Invoice invoice) {
    LocalDate from = invoice.periodFrom();
    LocalDate to = invoice.periodTo();
    return from == null || to == null ? "" : text("period", date(from), date(to));
  }

  String money(Money money) {
    return money.amount() + " " + money.currency().getCurrencyCode();
  }

  /** The tax with its rate, such as {@code Tax 19 %}. */
  String tax(int hundredths) {
    BigDecimal rate = BigDecimal.valueOf(hundredths, 2).stripTrailingZeros();
    return text("tax", rate.toPlainString());
  }
}
