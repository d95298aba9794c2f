package com.truevault.ledger;

import com.truevault.billing.Money;
import com.truevault.user.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How invoices are written down for good: named texts that say all that the document says. What was
 * written once must stay readable, so names are only ever added.
 */
public final class InvoiceForm {
  private InvoiceForm() {}

  /** What an invoice says, by name; what it does not say is absent. */
  public static Map<String, String> details(Invoice invoice) {
    Map<String, String> details = new HashMap<>();
    details.put("number", invoice.number());
    details.put("kind", invoice.kind().name().toLowerCase(Locale.ROOT));
    details.put("user", invoice.user().toString());
    details.put("subscription", invoice.subscription());
    details.put("saleId", invoice.saleId());
    put(details, "corrects", invoice.corrects());
    details.put("issuedOn", invoice.issuedOn().toString());
    details.put("issuedAt", invoice.issuedAt().toString());
    put(details, "seller", invoice.seller());
    put(details, "buyer", invoice.buyer());
    details.put("description", invoice.description());
    put(details, "periodFrom", invoice.periodFrom());
    put(details, "periodTo", invoice.periodTo());
    details.put("net", invoice.net().amount());
    details.put("tax", invoice.tax().amount());
    details.put("total", invoice.total().amount());
    details.put("currency", invoice.total().currency().getCurrencyCode());
    details.put("taxRate", Integer.toString(invoice.taxRate()));
    details.put("note", invoice.note());
    return details;
  }

  /**
   * The invoice that was written so.
   *
   * @throws IllegalArgumentException if a detail is missing or cannot be read
   */
  public static Invoice of(Map<String, String> details) {
    return new Invoice(
        text(details, "number"),
        InvoiceKind.valueOf(text(details, "kind").toUpperCase(Locale.ROOT)),
        new UserId(Long.parseLong(text(details, "user"))),
        text(details, "subscription"),
        text(details, "saleId"),
        details.get("corrects"),
        LocalDate.parse(text(details, "issuedOn")),
        Instant.parse(text(details, "issuedAt")),
        party(details, "seller"),
        party(details, "buyer"),
        text(details, "description"),
        date(details, "periodFrom"),
        date(details, "periodTo"),
        money(details, "net"),
        money(details, "tax"),
        money(details, "total"),
        Integer.parseInt(text(details, "taxRate")),
        text(details, "note"));
  }

  private static void put(Map<String, String> details, String name, Party party) {
    details.put(name + ".name", party.name());
    details.put(name + ".address", party.address());
    details.put(name + ".taxId", party.taxId());
    details.put(name + ".email", party.email());
  }

  private static void put(Map<String, String> details, String name, @Nullable Object value) {
    if (value != null) {
      details.put(name, value.toString());
    }
  }

  private static Party party(Map<String, String> details, String name) {
    return new Party(
        text(details, name + ".name"),
        text(details, name + ".address"),
        text(details, name + ".taxId"),
        text(details, name + ".email"));
  }

  private static Money money(Map<String, String> details, String name) {
    return Money.of(text(details, name), text(details, "currency"));
  }

  private static @Nullable LocalDate date(Map<String, String> details, String name) {
    String date = details.get(name);
    return date == null ? null : LocalDate.parse(date);
  }

  private static String text(Map<String, String> details, String name) {
    String text = details.get(name);
    if (text == null) {
      throw new IllegalArgumentException("the invoice says no " + name);
    }
    return text;
  }
}
