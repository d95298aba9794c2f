package com.truevault.peer;

import com.truevault.device.Devices;
import com.truevault.outbox.Message;
import com.truevault.outbox.MessageHandler;
import com.truevault.outbox.Outgoing;
import com.truevault.store.DataFile;
import com.truevault.subscription.Subscriptions;
import com.truevault.user.Addresses;
import com.truevault.user.Departures;
import com.truevault.user.EmailAddress;
import com.truevault.user.User;
import com.truevault.user.UserId;
import com.truevault.user.UserStore;
import com.truevault.user.Users;
import com.truevault.vip.Vips;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Notes in the servers file whose access may have changed, whatever changed it. A new user is not
 * noted: without a device nobody is on a list.
 */
public final class PeerChangeNotes implements MessageHandler {
  private static final List<String> TOPICS =
      List.of(
          Devices.TOPIC,
          Users.ACCESS_TOPIC,
          Departures.TOPIC,
          Addresses.TOPIC,
          Vips.TOPIC,
          Subscriptions.TOPIC);

  private final String topic;
  private final PeerListStore lists;
  private final UserStore users;
  private final InstantSource clock;

  private PeerChangeNotes(String topic, PeerListStore lists, UserStore users, InstantSource clock) {
    this.topic = topic;
    this.lists = lists;
    this.users = users;
    this.clock = clock;
  }

  /** One handler for each topic that may change who is on a list. */
  public static List<PeerChangeNotes> all(
      PeerListStore lists, UserStore users, InstantSource clock) {
    return TOPICS.stream().map(topic -> new PeerChangeNotes(topic, lists, users, clock)).toList();
  }

  @Override
  public String topic() {
    return topic;
  }

  @Override
  public DataFile target() {
    return DataFile.SERVERS;
  }

  /** Whoever must not connect any more would be able to until the next walk. */
  @Override
  public boolean isDispensable() {
    return false;
  }

  @Override
  public void apply(Message message, Outgoing out) {
    concerned(message).ifPresent(user -> lists.note(user, clock.instant()));
  }

  private Optional<UserId> concerned(Message message) {
    String id = message.payload().get("user");
    return id != null
        ? Optional.of(new UserId(Long.parseLong(id)))
        : users.findByEmail(EmailAddress.of(message.value("email"))).map(User::id);
  }
}
