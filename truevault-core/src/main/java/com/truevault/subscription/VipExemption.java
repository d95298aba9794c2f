package com.truevault.subscription;

import com.truevault.billing.Fact.CancelAsked;
import com.truevault.billing.Subscription;
import com.truevault.outbox.Message;
import com.truevault.outbox.MessageHandler;
import com.truevault.outbox.Outgoing;
import com.truevault.store.DataFile;
import com.truevault.user.Addresses;
import com.truevault.user.EmailAddress;
import com.truevault.user.User;
import com.truevault.user.UserId;
import com.truevault.vip.Vips;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Stops the charges of whoever becomes a VIP: their subscription is cancelled at the provider, and
 * what is paid stays paid in case they leave the list again.
 */
public final class VipExemption implements MessageHandler {
  private final String topic;
  private final BillingStores stores;
  private final Addressees addressees;
  private final Assessment assessment;
  private final InstantSource clock;

  private VipExemption(
      String topic,
      BillingStores stores,
      Addressees addressees,
      Assessment assessment,
      InstantSource clock) {
    this.topic = topic;
    this.stores = stores;
    this.addressees = addressees;
    this.assessment = assessment;
    this.clock = clock;
  }

  /** One for the list and one for addresses, which count once they are proven. */
  static List<VipExemption> all(
      BillingStores stores, Addressees addressees, Assessment assessment, InstantSource clock) {
    return List.of(
        new VipExemption(Vips.TOPIC, stores, addressees, assessment, clock),
        new VipExemption(Addresses.TOPIC, stores, addressees, assessment, clock));
  }

  @Override
  public String topic() {
    return topic;
  }

  @Override
  public DataFile target() {
    return DataFile.BILLING;
  }

  /** A VIP must not be asked for money. */
  @Override
  public boolean isDispensable() {
    return false;
  }

  @Override
  public void apply(Message message, Outgoing out) {
    concerned(message)
        .filter(addressees::isVip)
        .ifPresent(user -> stores.subscriptions().ofUser(user.id()).forEach(row -> end(row, out)));
  }

  private void end(Subscription row, Outgoing out) {
    if (row.status().isLive()) {
      CancelAsked asked = new CancelAsked(row.publicId(), clock.instant(), "on the VIP list");
      assessment.take(out, row.publicId(), News.of("system", asked));
    }
  }

  private Optional<User> concerned(Message message) {
    String id = message.payload().get("user");
    return id != null
        ? stores.users().find(new UserId(Long.parseLong(id)))
        : stores.users().findByEmail(EmailAddress.of(message.value("email")));
  }
}
