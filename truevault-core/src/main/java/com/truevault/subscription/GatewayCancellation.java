package com.truevault.subscription;

import com.truevault.billing.PaymentGateway;
import com.truevault.outbox.Message;
import com.truevault.outbox.OutsideEffect;

/** Tells the gateway that a subscription ended, until it has heard. */
public final class GatewayCancellation implements OutsideEffect {
  private final PaymentGateway gateway;

  /** Tells the given gateway. */
  public GatewayCancellation(PaymentGateway gateway) {
    this.gateway = gateway;
  }

  @Override
  public String topic() {
    return Subscriptions.CANCEL_TOPIC;
  }

  @Override
  public void apply(Message message) {
    gateway.cancel(message.value("gatewayId"), message.value("reason"));
  }
}
