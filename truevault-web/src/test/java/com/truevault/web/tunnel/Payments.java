package com.truevault.web.tunnel;

import com.truevault.TrueVault;
import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionStatus;
import com.truevault.outbox.Message;
import com.truevault.store.DataFile;
import com.truevault.subscription.Subscriptions;
import com.truevault.user.EmailAddress;
import com.truevault.user.User;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Does what a payment provider's news do: rows of billing, and the message that follows them. */
final class Payments {
  private final TrueVault vault;

  Payments(TrueVault vault) {
    this.vault = vault;
  }

  /** Payments failed for too long. */
  void suspend(String email) {
    become(email, SubscriptionStatus.SUSPENDED);
  }

  /** What was owed is paid. */
  void resume(String email) {
    become(email, SubscriptionStatus.ACTIVE);
  }

  private void become(String email, SubscriptionStatus status) {
    User user = vault.users().findByEmail(EmailAddress.of(email)).orElseThrow();
    vault
        .storage()
        .transactions()
        .run(
            DataFile.BILLING,
            () -> {
              Subscription known = vault.subscriptions().current(user).orElseThrow();
              vault.storage().subscriptions().update(with(known, status));
              vault
                  .storage()
                  .messages()
                  .add(
                      DataFile.BILLING,
                      new Message(
                          UUID.randomUUID().toString(),
                          Subscriptions.TOPIC,
                          known.publicId(),
                          Map.of("user", user.id().toString()),
                          Instant.now()));
            });
    vault.maintenance().deliver();
  }

  private static Subscription with(Subscription known, SubscriptionStatus status) {
    return new Subscription(
        known.publicId(),
        known.user(),
        known.gatewayId(),
        known.plan(),
        known.price(),
        known.cycle(),
        status,
        known.startDate(),
        known.paidThrough(),
        known.cancelledDate(),
        known.cancellationReason(),
        known.standing());
  }
}
