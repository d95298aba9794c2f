package com.truevault.web.billing;

import com.truevault.ErrorKind;
import com.truevault.TrueVault;
import com.truevault.TrueVaultException;
import com.truevault.ledger.Invoice;
import com.truevault.user.User;
import com.truevault.web.http.Response;
import java.util.List;

/** The invoices and credit notes of one user; those of others are not there. */
public record OwnInvoices(TrueVault vault, List<Invoice> all) {

  /** Those of a user, newest first. */
  public static OwnInvoices of(TrueVault vault, User user) {
    return new OwnInvoices(vault, vault.invoices().ofUser(user.id()));
  }

  /**
   * The one of that number.
   *
   * @throws TrueVaultException NOT_FOUND if the user has none of it
   */
  public Invoice require(String number) {
    return all.stream()
        .filter(invoice -> invoice.number().equals(number))
        .findFirst()
        .orElseThrow(OwnInvoices::unknown);
  }

  /**
   * The one of that number as PDF.
   *
   * @throws TrueVaultException NOT_FOUND if the user has none of it
   */
  public Response document(String number) {
    byte[] pdf = vault.invoices().document(require(number).number()).bytes();
    return Response.bytes(200, "application/pdf", pdf)
        .attachment(number + ".pdf")
        .cache("no-store");
  }

  /** The refusal of a number that the user has no document of. */
  public static TrueVaultException unknown() {
    return new TrueVaultException(
        ErrorKind.NOT_FOUND, "invoice-not-found", "no such invoice; look at the list of yours");
  }
}
