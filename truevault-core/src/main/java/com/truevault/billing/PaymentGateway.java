package com.truevault.billing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where money is asked for. Calls may block for seconds; implementations are safe for use by many
 * threads and throw {@link com.truevault.TrueVaultException} UNAVAILABLE when the other side does
 * not answer.
 */
public interface PaymentGateway {

  /** Opens a subscription for approval; repeating it for the same request opens no second one. */
  Approval open(Order order);

  /**
   * Asks for other terms of a running subscription; they hold from the next charge on, once the
   * customer approves.
   */
  Approval revise(String gatewayId, Order order);

  /**
   * All that the provider says now. What it says is a claim about the past: reading again later
   * tells the same and more.
   *
   * @param since sales and failures from then on are wanted, with whatever became of them by now;
   *     so of a sale before then nothing is told, not even that it was given back
   */
  Report read(String gatewayId, Instant since);

  /** Ends a subscription there; ending it twice is fine. */
  void cancel(String gatewayId, String reason);

  /** Pauses a subscription there; pausing it twice is fine. */
  void suspend(String gatewayId, String reason);

  /**
   * Wakes a paused subscription there.
   *
   * @throws com.truevault.TrueVaultException CONFLICT if the provider paused it for good, after
   *     failed payments
   */
  void activate(String gatewayId, String reason);

  /** Gives money back; repeating it for the same request gives nothing back a second time. */
  Fact.Repayment refund(RefundOrder order);

  /**
   * What is to be subscribed to.
   *
   * @param requestId unique for this attempt and stored before it, so that it can be repeated
   * @param reference the subscription's public id
   * @param terms what the customer agreed to
   * @param email the customer's address
   * @param startsAt when the first charge is due; null for at once
   */
  record Order(
      String requestId, String reference, Terms terms, String email, @Nullable Instant startsAt) {}

  /**
   * A subscription waiting for its customer.
   *
   * @param approvalUrl where the customer says yes or no
   */
  record Approval(String gatewayId, String approvalUrl) {}

  /**
   * What the provider says.
   *
   * @param snapshot the subscription
   * @param reference the public id that the provider keeps with it
   * @param facts sales, fees, repayments, failures and disputes
   * @param doubts what cannot be understood, in words for a person; empty if nothing
   */
  record Report(Fact.Snapshot snapshot, String reference, List<Fact> facts, List<String> doubts) {
    /** Copies the lists. */
    public Report {
      facts = List.copyOf(facts);
      doubts = List.copyOf(doubts);
    }
  }

  /**
   * What is to be given back.
   *
   * @param requestId unique for this refund and stored before it, so that it can be repeated
   * @param amount more than nothing, at most what is left of the sale
   * @param reason one line for the customer
   */
  record RefundOrder(String requestId, String saleId, Money amount, String reason) {}
}
