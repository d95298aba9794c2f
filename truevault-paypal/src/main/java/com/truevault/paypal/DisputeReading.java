package com.truevault.paypal;

import com.truevault.billing.Fact;
import java.time.Instant;

/** Reads the disputes about a sale. An app that may not see disputes sees none. */
final class DisputeReading {
  private final PayPalClient client;
  private final Findings findings;

  DisputeReading(PayPalClient client, Findings findings) {
    this.client = client;
    this.findings = findings;
  }

  void read(String saleId) {
    try {
      client.disputes().about(saleId).forEach(brief -> add(saleId, brief));
    } catch (PayPalException e) {
      if (!e.code().equals(Refusals.FORBIDDEN)) {
        throw e;
      }
    }
  }

  private void add(String saleId, Doc brief) {
    String id = brief.text("dispute_id");
    boolean isResolved = brief.text("status").equals("RESOLVED");
    Doc dispute = isResolved ? client.disputes().dispute(id) : brief;
    String outcome = dispute.object("dispute_outcome").text("outcome_code");
    Instant at = brief.time("update_time");
    Instant since = at == null ? brief.time("create_time") : at;
    findings.add(
        new Fact.Dispute(
            id,
            saleId,
            brief.text("reason"),
            brief.text("dispute_life_cycle_stage"),
            isResolved && outcome.isEmpty() ? "NONE" : outcome,
            since == null ? Instant.EPOCH : since));
  }
}
