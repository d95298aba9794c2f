package com.truevault.documents;

import com.truevault.documents.Sheet.Style;
import com.truevault.ledger.Invoice;
import com.truevault.ledger.InvoiceKind;
import com.truevault.ledger.Party;
import java.awt.Color;

/** Where everything on an invoice stands. */
final class Layout {
  private static final Color INK = new Color(0x1a1f36);
  private static final Color SOFT = new Color(0x5b6478);
  private static final Color LINE = new Color(0xd5dae5);
  private static final Color BAND = new Color(0xf2f4f9);

  private static final Style TITLE = new Style(24, true, INK);
  private static final Style NAME = new Style(12, true, INK);
  private static final Style TEXT = new Style(10, false, INK);
  private static final Style STRONG = new Style(10, true, INK);
  private static final Style LABEL = new Style(10, false, SOFT);
  private static final Style SMALL = new Style(9, false, SOFT);
  private static final Style SUM = new Style(13, true, INK);
  private static final Style FOOT = new Style(8, false, SOFT);

  private static final float COLUMN = 250;
  private static final float FACTS = Sheet.RIGHT - 190;
  private static final float SUMS = Sheet.RIGHT - 210;

  private final Sheet sheet;
  private final Words words;

  Layout(Sheet sheet, Words words) {
    this.sheet = sheet;
    this.words = words;
  }

  void draw(Invoice invoice) {
    sheet.line(words.title(invoice.kind()), TITLE, Sheet.LEFT);
    sheet.skip(18);
    float top = sheet.y();
    facts(invoice);
    float below = sheet.y();
    sheet.moveTo(top);
    party(invoice.seller());
    sheet.moveTo(Math.min(sheet.y(), below));
    sheet.skip(26);
    sheet.line(words.text("buyer"), SMALL, Sheet.LEFT);
    sheet.skip(2);
    party(invoice.buyer());
    sheet.skip(30);
    sold(invoice);
    sums(invoice);
    sheet.skip(36);
    sheet.paragraph(invoice.note(), TEXT, Sheet.LEFT, Sheet.RIGHT - Sheet.LEFT);
  }

  Style foot() {
    return FOOT;
  }

  private void facts(Invoice invoice) {
    fact("number", invoice.number());
    fact("date", words.date(invoice.issuedOn()));
    if (invoice.corrects() != null) {
      fact("corrects", invoice.corrects());
    }
    fact("payment", invoice.saleId());
  }

  private void fact(String name, String value) {
    float height = sheet.y();
    sheet.line(words.text(name), LABEL, FACTS);
    sheet.moveTo(height);
    sheet.paragraph(value, TEXT, FACTS + 60, Sheet.RIGHT - FACTS - 60);
    sheet.skip(3);
  }

  private void party(Party party) {
    sheet.paragraph(party.name(), NAME, Sheet.LEFT, COLUMN);
    sheet.skip(1);
    sheet.paragraph(party.address(), TEXT, Sheet.LEFT, COLUMN);
    if (!party.taxId().isEmpty()) {
      sheet.paragraph(words.text("tax-id") + " " + party.taxId(), TEXT, Sheet.LEFT, COLUMN);
    }
    sheet.paragraph(party.email(), TEXT, Sheet.LEFT, COLUMN);
  }

  private void sold(Invoice invoice) {
    sheet.band(24, BAND);
    sheet.skip(6);
    sheet.right(words.text("amount"), STRONG, Sheet.RIGHT - 10);
    sheet.line(words.text("description"), STRONG, Sheet.LEFT + 10);
    sheet.skip(16);
    sheet.right(words.money(invoice.net()), TEXT, Sheet.RIGHT - 10);
    sheet.paragraph(invoice.description(), TEXT, Sheet.LEFT + 10, 330);
    sheet.paragraph(words.period(invoice), SMALL, Sheet.LEFT + 10, 330);
    sheet.skip(12);
    sheet.rule(Sheet.LEFT, Sheet.RIGHT, 0.7f, LINE);
  }

  private void sums(Invoice invoice) {
    sheet.skip(14);
    sum(words.text("net"), words.money(invoice.net()), TEXT);
    sum(words.tax(invoice.taxRate()), words.money(invoice.tax()), TEXT);
    sheet.skip(4);
    sheet.rule(SUMS, Sheet.RIGHT, 0.7f, LINE);
    sheet.skip(8);
    boolean isInvoice = invoice.kind() == InvoiceKind.INVOICE;
    sum(words.text(isInvoice ? "total" : "credited"), words.money(invoice.total()), SUM);
  }

  private void sum(String name, String amount, Style style) {
    sheet.right(amount, style, Sheet.RIGHT - 10);
    sheet.line(name, style, SUMS);
    sheet.skip(3);
  }
}
