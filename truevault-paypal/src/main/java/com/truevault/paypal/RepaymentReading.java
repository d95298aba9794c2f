package com.truevault.paypal;

import com.truevault.billing.Fact;
import com.truevault.billing.Fact.RepaymentKind;
import com.truevault.billing.Money;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Finds what went back of a sale. PayPal has no list of it: the events about the sale name it, and
 * so does the payment that the sale belongs to. Both are asked, and the sum is compared.
 */
final class RepaymentReading {
  private static final String REFUNDED = "PAYMENT.SALE.REFUNDED";
  private static final String REVERSED = "PAYMENT.SALE.REVERSED";
  private static final Set<String> BY_OTHERS = Set.of("CHARGEBACK", "GUARANTEE", "BUYER_COMPLAINT");
  private static final Set<String> WITHOUT_EFFECT = Set.of("cancelled", "failed");

  private final PayPalClient client;
  private final Findings findings;

  RepaymentReading(PayPalClient client, Findings findings) {
    this.client = client;
    this.findings = findings;
  }

  /** Reads what went back of a sale: all of it, or a part. */
  void read(Fact.Sale sale, boolean isAll) {
    Map<String, Fact.Repayment> found = new LinkedHashMap<>();
    for (Doc event : client.webhooks().eventsAbout(sale.saleId())) {
      switch (event.text("event_type")) {
        case REFUNDED -> add(found, sale, refundOf(event), RepaymentKind.REFUND);
        case REVERSED -> add(found, sale, refundOf(event), RepaymentKind.REVERSAL);
        default -> {}
      }
    }
    if (!agrees(found, sale, isAll)) {
      Doc shown = client.sales().sale(sale.saleId());
      RepaymentKind kind =
          BY_OTHERS.contains(shown.text("reason_code"))
              ? RepaymentKind.REVERSAL
              : RepaymentKind.REFUND;
      client.sales().refundsOf(shown).forEach(id -> add(found, sale, id, kind));
    }
    findings.addAll(found.values());
    if (!agrees(found, sale, isAll)) {
      findings.doubt(
          "paypal says that %s of the sale %s over %s went back, and names %s"
              .formatted(isAll ? "all" : "a part", sale.saleId(), sale.gross(), sum(found, sale)));
    }
  }

  private void add(
      Map<String, Fact.Repayment> found, Fact.Sale sale, String id, RepaymentKind kind) {
    if (found.containsKey(id)) {
      return;
    }
    Doc refund = client.sales().refund(id);
    String saleId = refund.text("sale_id");
    if (WITHOUT_EFFECT.contains(refund.text("state"))
        || !(saleId.isEmpty() || saleId.equals(sale.saleId()))) {
      return;
    }
    findings.about("the refund " + id, () -> found.put(id, repayment(refund, sale, kind)));
  }

  static Fact.Repayment repayment(Doc refund, Fact.Sale sale, RepaymentKind kind) {
    Money amount = refund.money("amount");
    if (amount == null || !amount.currency().equals(sale.gross().currency())) {
      throw new DoubtfulException("its amount is not in the currency of its sale");
    }
    if (amount.minor() == 0) {
      throw new DoubtfulException("its amount is nothing");
    }
    Instant at = refund.time("create_time");
    return new Fact.Repayment(
        refund.text("id"),
        sale.saleId(),
        kind,
        new Money(Math.abs(amount.minor()), amount.currency()),
        at == null ? sale.at() : at);
  }

  private static String refundOf(Doc event) {
    return event.object("resource").text("id");
  }

  private static boolean agrees(Map<String, Fact.Repayment> found, Fact.Sale sale, boolean isAll) {
    long back = sum(found, sale).minor();
    long gross = sale.gross().minor();
    return isAll ? back == gross : back > 0 && back < gross;
  }

  private static Money sum(Map<String, Fact.Repayment> found, Fact.Sale sale) {
    return new Money(
        found.values().stream().mapToLong(each -> each.amount().minor()).sum(),
        sale.gross().currency());
  }
}
