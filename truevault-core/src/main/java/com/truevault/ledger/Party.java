package com.truevault.ledger;

/**
 * A side of an invoice.
 *
 * @param address lines separated by line feeds; may be empty
 * @param taxId such as a VAT number; may be empty
 */
public record Party(String name, String address, String taxId, String email) {
  @Override
  public String toString() {
    return "Party[hidden]";
  }
}
