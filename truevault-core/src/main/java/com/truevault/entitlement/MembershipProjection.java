package com.truevault.entitlement;

import com.truevault.billing.SubscriptionStatus;
import com.truevault.outbox.Message;
import com.truevault.outbox.MessageHandler;
import com.truevault.outbox.Outgoing;
import com.truevault.store.DataFile;
import com.truevault.subscription.Subscriptions;
import com.truevault.user.Addresses;
import com.truevault.user.EmailAddress;
import com.truevault.user.Plan;
import com.truevault.user.User;
import com.truevault.user.User.Membership;
import com.truevault.user.UserId;
import com.truevault.user.UserStatus;
import com.truevault.user.UserStore;
import com.truevault.user.Users;
import com.truevault.vip.Vips;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps account type, plan, status and device limit in the users table true. They are a projection
 * for lists and look-ups: whenever something they follow from changes, they are computed anew.
 */
public final class MembershipProjection implements MessageHandler {
  private static final List<String> TOPICS =
      List.of(Vips.TOPIC, Subscriptions.TOPIC, Users.TOPIC, Addresses.TOPIC);

  private final String topic;
  private final Sources sources;

  private MembershipProjection(String topic, Sources sources) {
    this.topic = topic;
    this.sources = sources;
  }

  /** One handler for each topic that may change a membership. */
  public static List<MembershipProjection> all(Sources sources) {
    return TOPICS.stream().map(topic -> new MembershipProjection(topic, sources)).toList();
  }

  @Override
  public String topic() {
    return topic;
  }

  @Override
  public DataFile target() {
    return DataFile.USERS;
  }

  @Override
  public void apply(Message message, Outgoing out) {
    concerned(message)
        .filter(user -> user.membership().status() != UserStatus.DELETED)
        .ifPresent(
            user ->
                sources
                    .users()
                    .update(user.with(sources.membership(user)), sources.clock().instant()));
  }

  private Optional<User> concerned(Message message) {
    String id = message.payload().get("user");
    return id != null
        ? sources.users().find(new UserId(Long.parseLong(id)))
        : sources.users().findByEmail(EmailAddress.of(message.value("email")));
  }

  private static UserStatus status(SubscriptionStatus status) {
    return switch (status) {
      case PENDING -> UserStatus.PENDING;
      case ACTIVE -> UserStatus.ACTIVE;
      case GRACE_PERIOD -> UserStatus.GRACE_PERIOD;
      case SUSPENDED -> UserStatus.SUSPENDED;
      case CANCELLED, EXPIRED -> UserStatus.CANCELLED;
    };
  }

  /** What a membership follows from, and where it is written. */
  public record Sources(
      UserStore users,
      Entitlements entitlements,
      Subscriptions subscriptions,
      InstantSource clock) {

    /** What a user's membership is by now. */
    Membership membership(User user) {
      Entitlement entitlement = entitlements.of(user);
      boolean vip = entitlement.deviceLimit() == Entitlement.VIP_LIMIT;
      UserStatus status =
          vip
              ? UserStatus.ACTIVE
              : subscriptions
                  .current(user)
                  .map(subscription -> status(subscription.status()))
                  .orElse(UserStatus.PENDING);
      Plan plan = Objects.requireNonNullElse(entitlement.plan(), user.membership().plan());
      return new Membership(vip, plan, status, entitlement.deviceLimit());
    }
  }
}
