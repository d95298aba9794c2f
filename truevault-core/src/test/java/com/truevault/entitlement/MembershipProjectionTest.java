package com.truevault.entitlement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.truevault.billing.BillingCycle;
import com.truevault.billing.Subscription;
import com.truevault.entitlement.MembershipProjection.Sources;
import com.truevault.outbox.Message;
import com.truevault.testing.VaultFixture;
import com.truevault.user.EmailAddress;
import com.truevault.user.Plan;
import com.truevault.user.User;
import com.truevault.user.User.Membership;
import com.truevault.user.UserStatus;
import com.truevault.vip.VipEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MembershipProjectionTest {
  private final VaultFixture fixture = new VaultFixture();
  private final List<MembershipProjection> projections =
      MembershipProjection.all(
          new Sources(
              fixture.storage().users(),
              fixture.vault().entitlements(),
              fixture.vault().subscriptions(),
              fixture.clock()));

  private void apply(Message message) {
    projections.stream()
        .filter(projection -> projection.topic().equals(message.topic()))
        .forEach(projection -> projection.apply(message, (topic, subject, payload) -> {}));
  }

  private static Message message(String topic, Map<String, String> payload) {
    return new Message("id", topic, "subject", payload, VaultFixture.START);
  }

  @Test
  void endsTheSameInWhateverOrderAndHoweverOftenItIsTold() {
    User kim = fixture.confirmed("kim@example.com");
    Subscription active = fixture.subscribe(kim, Plan.FAMILY, BillingCycle.MONTHLY);
    VipEntry entry = fixture.vault().vips().add("admin", EmailAddress.of("kim@example.com"), "");
    fixture.vault().vips().remove("admin", entry);
    Membership expected = fixture.reload(kim).membership();
    assertEquals(new Membership(false, Plan.FAMILY, UserStatus.CANCELLED, 10), expected);

    Map<String, String> byId = Map.of("user", kim.id().toString());
    Map<String, String> byAddress = Map.of("email", "kim@example.com");
    List<Message> messages =
        new ArrayList<>(
            List.of(
                message("user.registered", byAddress),
                message("vip.changed", byAddress),
                message("subscription.changed", byId),
                message("vip.changed", byAddress),
                message("subscription.changed", byId),
                message("user.email-confirmed", byId)));
    Random random = new Random(active.publicId().hashCode());
    for (int i = 0; i < 100; i++) {
      Collections.shuffle(messages, random);
      spoil(kim);
      messages.forEach(this::apply);
      messages.forEach(this::apply);
      assertEquals(expected, fixture.reload(kim).membership());
    }
  }

  @Test
  void leavesErasedAndUnknownUsersAlone() {
    User kim = fixture.subscriber("kim@example.com", Plan.FAMILY);
    fixture.vault().departures().erase("admin", kim);

    apply(message("subscription.changed", Map.of("user", kim.id().toString())));
    apply(message("subscription.changed", Map.of("user", "999")));
    apply(message("vip.changed", Map.of("email", "nobody@example.com")));

    assertEquals(UserStatus.DELETED, fixture.reload(kim).membership().status());
  }

  private void spoil(User kim) {
    Membership wrong = new Membership(true, Plan.BUSINESS, UserStatus.SUSPENDED, 1);
    fixture.storage().users().update(fixture.reload(kim).with(wrong), fixture.clock().instant());
  }
}
