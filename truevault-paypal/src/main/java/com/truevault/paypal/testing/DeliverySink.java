package com.truevault.paypal.testing;

/** Where deliveries arrive. */
@FunctionalInterface
public interface DeliverySink {

  /** Takes a delivery; anything but 2xx, or an exception, makes PayPal try again. */
  int take(FakeDelivery delivery);
}
