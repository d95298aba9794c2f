package com.truevault.ledger;

import com.truevault.billing.Fact.RepaymentKind;
import com.truevault.billing.Terms;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of invoices. */
final class InvoiceTexts {
  private final ResourceBundle texts =
      ResourceBundle.getBundle("com.truevault.ledger.invoices", Locale.ROOT);

  /** What was sold, in one line. */
  String item(String site, Terms terms) {
    return text(
        "item",
        site,
        texts.getString("plan." + lower(terms.plan())),
        texts.getString("cycle." + lower(terms.cycle())));
  }

  /** Why an invoice is corrected, in one line. */
  String correction(RepaymentKind kind, String number) {
    return text("correction." + lower(kind), number);
  }

  String formerCustomer() {
    return texts.getString("former-customer");
  }

  private String text(String key, Object... values) {
    return new MessageFormat(texts.getString(key), Locale.ROOT).format(values);
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
