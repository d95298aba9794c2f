package com.truevault.web.host;

import com.google.inject.AbstractModule;
import com.truevault.billing.PaymentGateway;
import com.truevault.web.billing.NoPayments;

/** Nobody is paid yet. */
public final class PaymentModule extends AbstractModule {
  @Override
  protected void configure() {
    bind(PaymentGateway.class).toInstance(new NoPayments());
  }
}
