package com.truevault.subscription;

import com.truevault.billing.BillingStatus;
import com.truevault.billing.Fact.CancelAsked;
import com.truevault.billing.Subscription;
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
  private final Assessment assessment;
  private final InstantSource clock;

  /** Ends what is in the given store. */
  public UserDeparture(SubscriptionStore store, Assessment assessment, InstantSource clock) {
    this.store = store;
    this.assessment = assessment;
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
    for (Subscription row : store.ofUser(user)) {
      if (row.standing().status() != BillingStatus.ENDED) {
        CancelAsked asked = new CancelAsked(row.publicId(), clock.instant(), "user deleted");
        assessment.take(out, row.publicId(), News.of("system", asked));
      }
    }
  }
}
