package com.truevault.web.tunnel;

import com.truevault.TrueVault;
import com.truevault.billing.Subscription;
import com.truevault.paypal.testing.FakePayPal;
import com.truevault.paypal.testing.FakeSale;
import com.truevault.user.EmailAddress;
import com.truevault.user.User;
import java.util.List;
import java.util.Objects;

/** What happens at the payment provider; the panel hears of it by signed deliveries. */
final class Payments {
  private final TrueVault vault;
  private final FakePayPal paypal;

  Payments(TrueVault vault, FakePayPal paypal) {
    this.vault = vault;
    this.paypal = paypal;
  }

  /** All that was paid is given back, so that nothing is paid any more. */
  void giveBack(String email) {
    Subscription paid = vault.subscriptions().current(user(email)).orElseThrow();
    List<FakeSale> sales = paypal.salesOf(Objects.requireNonNull(paid.gatewayId()));
    sales.forEach(sale -> paypal.seller().refund(sale.id(), sale.gross()));
  }

  /** Subscribes anew to the same, and approves. */
  void payAgain(String email) {
    User user = user(email);
    Subscription ended = vault.subscriptions().current(user).orElseThrow();
    Subscription opened =
        vault.subscriptions().start(user, ended.plan(), ended.cycle()).subscription();
    paypal.buyer().approve(Objects.requireNonNull(opened.gatewayId()));
  }

  private User user(String email) {
    return vault.users().findByEmail(EmailAddress.of(email)).orElseThrow();
  }
}
