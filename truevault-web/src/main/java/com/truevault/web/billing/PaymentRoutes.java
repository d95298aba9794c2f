package com.truevault.web.billing;

import com.truevault.TrueVault;
import com.truevault.ledger.Invoice;
import com.truevault.ledger.Payment;
import com.truevault.web.http.Access;
import com.truevault.web.http.Listing;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.session.CurrentUser;

/** What the user paid, and the documents about it. */
public final class PaymentRoutes implements Routes {
  private static final String INVOICES = "/api/v1/invoices";

  private final TrueVault vault;

  /** Answers from the given vault. */
  public PaymentRoutes(TrueVault vault) {
    this.vault = vault;
  }

  @Override
  public void define(Router router) {
    router
        .get("/api/v1/payments", this::payments)
        .access(Access.USER)
        .summary("Lists the user's payments, newest first")
        .paged()
        .answersPage(PaymentJson.class);
    router
        .get(INVOICES, this::invoices)
        .access(Access.USER)
        .summary("Lists the user's invoices and credit notes, newest first")
        .paged()
        .answersPage(InvoiceJson.class);
    router
        .get(INVOICES + "/{number}", this::invoice)
        .access(Access.USER)
        .summary("Shows an invoice or credit note of the user")
        .answers(200, InvoiceJson.class)
        .problems("invoice-not-found");
    router
        .get(INVOICES + "/{number}/pdf", this::document)
        .access(Access.USER)
        .summary("Gives out an invoice or credit note of the user as PDF")
        .answersAs(200, "application/pdf")
        .problems("invoice-not-found");
  }

  private Response payments(Request request) {
    return Response.json(
        Listing.of(request)
            .slice(
                vault.storage().payments().ofUser(CurrentUser.of(request).id()),
                Payment::saleId,
                PaymentJson::from));
  }

  private Response invoices(Request request) {
    return Response.json(
        Listing.of(request).slice(own(request).all(), Invoice::number, InvoiceJson::from));
  }

  private Response invoice(Request request) {
    return Response.json(InvoiceJson.from(own(request).require(request.pathParameter("number"))));
  }

  private Response document(Request request) {
    return own(request).document(request.pathParameter("number"));
  }

  private OwnInvoices own(Request request) {
    return OwnInvoices.of(vault, CurrentUser.of(request));
  }
}
