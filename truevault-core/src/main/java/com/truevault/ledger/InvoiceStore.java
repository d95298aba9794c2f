package com.truevault.ledger;

import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Invoices and credit notes. Once added, nothing about them changes. */
public interface InvoiceStore {

  /**
   * Gives the next number of the kind and year and adds what is made of it, in the running
   * transaction: if it fails, the number was never given. The payment of its sale is there before.
   *
   * @param year in the seller's time zone
   * @param made from the number, such as {@code INV-2026-001}
   */
  Invoice issue(InvoiceKind kind, int year, Function<String, Invoice> made);

  /** The document of that number. */
  Optional<Invoice> find(String number);

  /** The documents about a sale, oldest first. */
  List<Invoice> ofSale(String saleId);

  /** A user's documents, newest first. */
  List<Invoice> ofUser(UserId user);

  /** All documents in the order in which they were issued. */
  Page<Invoice> oldest(PageRequest request);

  /** SHA-256 of the invoice's snapshot, in hexadecimal digits. */
  String snapshotHash(String number);

  /** The document as it was first made; empty until then. */
  Optional<Document> document(String number);

  /** Keeps a document; false if there is one already, which then stays. */
  boolean keep(String number, Document document);

  /**
   * A PDF.
   *
   * @param sha256 of the bytes, in hexadecimal digits
   */
  @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
  record Document(byte[] bytes, String sha256) {
    @Override
    public String toString() {
      return "Document[" + sha256 + "]";
    }
  }
}
