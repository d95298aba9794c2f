package com.truevault.documents;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Says the hash of a printed invoice, from a process of its own. */
final class PrintedInvoice {
  private PrintedInvoice() {}

  /** Prints one. */
  public static void main(String[] args) {
    System.out.println(hash());
  }

  static String hash() {
    return hash(new PdfInvoices().print(InvoiceFixture.invoice()));
  }

  static String hash(byte[] document) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
