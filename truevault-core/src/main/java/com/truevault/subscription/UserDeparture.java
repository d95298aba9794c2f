package com.truevault.subscription;

import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionStatus;
import com.truevault.billing.SubscriptionStore;
import com.truevault.outbox.Message;
import com.truevault.outbox.MessageHandler;
import com.truevault.outbox.Outgoing;
import com.truevault.store.DataFile;
import com.truevault.user.Departures;
import com.truevault.user.UserId;
import java.time.InstantSource;

/** Ends the subscription of a user who was erased. Payments and invoices stay, as the law asks. */
public final class UserDeparture implements MessageHandler {
  private final SubscriptionStore store;
  private final InstantSource clock;

  /** Writes to the given store. */
  public UserDeparture(SubscriptionStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public String topic() {
    return Departures.TOPIC;
  }

  @Override
  public DataFile target() {
    return DataFile.BILLING;
  }

  /** A person who is gone must not be asked for money. */
  @Override
  public boolean isDispensable() {
    return false;
  }

  @Override
  public void apply(Message message, Outgoing out) {
    UserId user = new UserId(Long.parseLong(message.value("user")));
    for (Subscription subscription : store.ofUser(user)) {
      if (subscription.status().isLive() || subscription.status() == SubscriptionStatus.PENDING) {
        Subscription ended = subscription.cancelled(clock.instant(), "user deleted");
        store.update(ended);
        Subscriptions.tellGateway(out, ended);
      }
    }
  }
}
