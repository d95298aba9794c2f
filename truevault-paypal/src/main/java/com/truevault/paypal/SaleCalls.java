package com.truevault.paypal;

import com.truevault.billing.Money;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Sales and refunds at PayPal. */
public final class SaleCalls {
  private static final String PAYMENTS = "/v1/payments/";
  private static final int DESCRIPTION = 255;

  private final PayPalClient client;

  SaleCalls(PayPalClient client) {
    this.client = client;
  }

  /** A sale. */
  public Doc sale(String id) {
    return client.call(Ask.get(PAYMENTS + "sale/" + Ask.id(id), Map.of())).body();
  }

  /** A refund, or what a bank took back. */
  public Doc refund(String id) {
    return client.call(Ask.get(PAYMENTS + "refund/" + Ask.id(id), Map.of())).body();
  }

  /** The ids of what went back of a sale, as the payment it belongs to names them. */
  public List<String> refundsOf(Doc sale) {
    String payment = sale.text("parent_payment");
    if (payment.isEmpty()) {
      return List.of();
    }
    try {
      return client
          .call(Ask.get(PAYMENTS + "payment/" + Ask.id(payment), Map.of()))
          .body()
          .list("transactions")
          .stream()
          .flatMap(transaction -> transaction.list("related_resources").stream())
          .map(related -> related.object("refund"))
          .filter(refund -> refund.text("sale_id").equals(sale.text("id")))
          .map(refund -> refund.text("id"))
          .toList();
    } catch (PayPalException e) {
      if (e.code().equals(Refusals.UNKNOWN) || e.code().equals(Refusals.FORBIDDEN)) {
        return List.of();
      }
      throw e;
    }
  }

  /** Gives money of a sale back, along the link that the sale shows if it leads to PayPal's API. */
  public Doc giveBack(String requestId, String saleId, Money amount, String reason) {
    Doc refund =
        Doc.of(
            Map.of(
                "amount",
                Map.of("total", amount.amount(), "currency", amount.currency().getCurrencyCode()),
                "description",
                reason.length() <= DESCRIPTION ? reason : reason.substring(0, DESCRIPTION)));
    String path = refundPath(saleId, sale(saleId).link("refund"));
    return client.call(Ask.post(path, refund).once(requestId).about(saleId)).body();
  }

  private String refundPath(String saleId, String link) {
    String base = client.account().environment().apiBase() + "/";
    String path = link.startsWith(base) ? link.substring(base.length() - 1) : "";
    return path.matches("/v[12]/[A-Za-z0-9/_-]{1,200}")
        ? URI.create(path).getPath()
        : PAYMENTS + "sale/" + Ask.id(saleId) + "/refund";
  }
}
