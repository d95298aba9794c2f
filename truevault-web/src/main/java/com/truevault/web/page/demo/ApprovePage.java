package com.truevault.web.page.demo;

import com.truevault.billing.PaymentGateway.Order;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Words;

/** The simulated payment page. */
public record ApprovePage(String id, String plan, String price, String cycle) {
  /** The page for an order. */
  public static ApprovePage from(String id, Order order, Messages messages) {
    return new ApprovePage(
        id,
        messages.text("plan." + Words.key(order.terms().plan())),
        Words.price(order.terms().price()),
        messages.text("plan." + Words.key(order.terms().cycle())));
  }
}
