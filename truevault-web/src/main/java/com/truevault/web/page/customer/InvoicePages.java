package com.truevault.web.page.customer;

import com.truevault.web.billing.OwnInvoices;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.PageKit;

/** Invoices and credit notes to keep. */
public final class InvoicePages implements Routes {
  private static final String ENDING = ".pdf";

  private final PageKit kit;

  /** Gives out what the kit's vault has. */
  public InvoicePages(PageKit kit) {
    this.kit = kit;
  }

  @Override
  public void define(Router router) {
    router
        .get("/invoices/{file}", this::document)
        .access(Access.USER)
        .summary("Gives out an invoice of the user as PDF");
  }

  private Response document(Request request) {
    String file = request.pathParameter("file");
    if (!file.endsWith(ENDING)) {
      throw OwnInvoices.unknown();
    }
    String number = file.substring(0, file.length() - ENDING.length());
    return OwnInvoices.of(kit.vault(), kit.user(request)).document(number);
  }
}
