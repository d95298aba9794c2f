package com.truevault.web.page.customer;

import com.truevault.web.http.Response;
import java.net.URI;

/** The way to the page where a payment is approved. */
final class Approvals {
  private Approvals() {}

  static Response at(String approvalUrl) {
    return approvalUrl.startsWith("/")
        ? Response.redirect(approvalUrl)
        : Response.redirectOutside(URI.create(approvalUrl));
  }
}
