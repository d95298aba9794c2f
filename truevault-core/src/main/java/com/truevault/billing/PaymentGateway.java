package com.truevault.billing;

import com.truevault.TrueVaultException;

/**
 * Where money is asked for. Calls may block for seconds; implementations are safe for use by many
 * threads and throw {@link TrueVaultException} UNAVAILABLE when the other side does not answer.
 */
public interface PaymentGateway {

  /** Opens a subscription for approval; repeating it for the same reference opens no second one. */
  Approval open(Order order);

  /** How a subscription stands there. */
  State state(String gatewayId);

  /** Ends a subscription there; ending it twice is fine. */
  void cancel(String gatewayId, String reason);

  /**
   * What is to be subscribed to.
   *
   * @param reference the subscription's public id
   * @param email the customer's address
   */
  record Order(String reference, Offer offer, BillingCycle cycle, String email) {}

  /**
   * A subscription waiting for its customer.
   *
   * @param approvalUrl where the customer says yes or no
   */
  record Approval(String gatewayId, String approvalUrl) {}

  /** How a subscription stands at the gateway. */
  enum State {
    /** The customer has not decided. */
    PENDING,
    /** Approved and paid. */
    ACTIVE,
    /** Declined or abandoned. */
    DECLINED,
    /** Ended. */
    CANCELLED
  }
}
