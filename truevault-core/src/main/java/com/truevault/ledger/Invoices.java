package com.truevault.ledger;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.ledger.InvoiceStore.Document;
import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.store.Transactions;
import com.truevault.user.User;
import com.truevault.user.UserId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Invoices and credit notes as people see them. A document is printed when it is first asked for
 * and kept; what is given out later is those bytes. Safe for use by many threads.
 */
public final class Invoices {
  private final InvoiceStore store;
  private final InvoicePrinter printer;
  private final Transactions transactions;

  /** Reads from the given store and prints by the given printer. */
  public Invoices(InvoiceStore store, InvoicePrinter printer, Transactions transactions) {
    this.store = store;
    this.printer = printer;
    this.transactions = transactions;
  }

  /** A user's invoices and credit notes, newest first. */
  public List<Invoice> ofUser(UserId user) {
    return store.ofUser(user);
  }

  /** Everybody's, in the order in which they were issued. */
  public Page<Invoice> all(PageRequest request) {
    return store.oldest(request);
  }

  /**
   * The invoice or credit note of that number, for its buyer or an administrator.
   *
   * @throws TrueVaultException NOT_FOUND if there is none, or none that is theirs
   */
  public Invoice find(User asking, String number) {
    return store
        .find(number)
        .filter(invoice -> asking.isAdministrator() || invoice.user().equals(asking.id()))
        .orElseThrow(() -> unknown(number));
  }

  /**
   * The document about an invoice, which is the same for good.
   *
   * @throws TrueVaultException NOT_FOUND if there is no such invoice, UNAVAILABLE if the document
   *     is not what was kept
   */
  public Document document(String number) {
    Document kept = store.document(number).orElseGet(() -> print(number));
    if (!hash(kept.bytes()).equals(kept.sha256())) {
      throw new TrueVaultException(
          ErrorKind.UNAVAILABLE,
          "invoice-damaged",
          "document of " + number + " is not what was kept; restore it from a backup");
    }
    return kept;
  }

  // Printing takes a while, so it does not hold up the writers; if two print, the first one stays.
  private Document print(String number) {
    Invoice invoice = store.find(number).orElseThrow(() -> unknown(number));
    byte[] bytes = printer.print(invoice);
    Document printed = new Document(bytes, hash(bytes));
    return transactions.write(
        DataFile.BILLING,
        () -> store.keep(number, printed) ? printed : store.document(number).orElseThrow());
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("this Java has no SHA-256", impossible);
    }
  }

  private static TrueVaultException unknown(String number) {
    return new TrueVaultException(
        ErrorKind.NOT_FOUND, "invoice-not-found", "no invoice has the number " + number);
  }
}
