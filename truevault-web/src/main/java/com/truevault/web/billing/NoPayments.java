package com.truevault.web.billing;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.billing.Fact;
import com.truevault.billing.PaymentGateway;
import java.time.Instant;

/** Stands where no payment provider is configured: says so instead of taking orders. */
public final class NoPayments implements PaymentGateway {
  @Override
  public Approval open(Order order) {
    throw notConfigured();
  }

  @Override
  public Approval revise(String gatewayId, Order order) {
    throw notConfigured();
  }

  @Override
  public Report read(String gatewayId, Instant since) {
    throw notConfigured();
  }

  @Override
  public void cancel(String gatewayId, String reason) {
    throw notConfigured();
  }

  @Override
  public void suspend(String gatewayId, String reason) {
    throw notConfigured();
  }

  @Override
  public void activate(String gatewayId, String reason) {
    throw notConfigured();
  }

  @Override
  public Fact.Repayment refund(RefundOrder order) {
    throw notConfigured();
  }

  private static TrueVaultException notConfigured() {
    return new TrueVaultException(
        ErrorKind.UNAVAILABLE,
        "payments-not-configured",
        "payments are not set up on this site yet; please write to support");
  }
}
