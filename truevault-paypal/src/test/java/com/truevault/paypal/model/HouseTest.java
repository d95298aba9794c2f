package com.truevault.paypal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.billing.BillingCycle;
import com.truevault.billing.BillingStatus;
import com.truevault.subscription.Subscriptions.Started;
import com.truevault.user.Plan;
import com.truevault.user.User;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HouseTest {
  @Test
  void followsACustomerFromApprovalThroughGraceToTheEnd() {
    House house = new House(1, true);
    User kim = house.customer("kim");
    String id = subscribed(house, kim);
    house.advance(Duration.ofMinutes(5));
    assertEquals(BillingStatus.ACTIVE, status(house, kim));

    house.fake.buyer().failNext(id, 3, "PAYER_CANNOT_PAY");
    house.advance(Duration.ofDays(29));
    assertEquals(BillingStatus.PAST_DUE, status(house, kim));
    house.advance(Duration.ofDays(11));
    assertEquals(BillingStatus.SUSPENDED, status(house, kim));
    house.advance(Duration.ofDays(20));
    assertEquals(BillingStatus.ENDED, status(house, kim));
    assertEquals(1, house.storage.invoices().ofUser(kim.id()).size());
  }

  @Test
  void splittingAJumpOfTheClockChangesNothing() {
    House jumping = new House(3);
    House walking = new House(3);
    for (House house : List.of(jumping, walking)) {
      house.pace(Duration.ofHours(1));
      String id = subscribed(house, house.customer("kim"));
      house.fake.buyer().failNext(id, 3, "PAYER_CANNOT_PAY");
    }
    jumping.advance(Duration.ofDays(60));
    for (int step = 0; step < 60 * 24 / 7; step++) {
      walking.advance(Duration.ofHours(7));
    }
    walking.advance(Duration.ofDays(60).minus(Duration.ofHours(60 * 24 / 7 * 7)));

    assertEquals(jumping.clock.instant(), walking.clock.instant());
    assertEquals(jumping.rows().get(0).standing(), walking.rows().get(0).standing());
    assertEquals(jumping.mails.mails().size(), walking.mails.mails().size());
  }

  private static String subscribed(House house, User user) {
    Started started =
        house.vault().subscriptions().start(user, Plan.PERSONAL, BillingCycle.MONTHLY);
    String id = String.valueOf(started.subscription().gatewayId());
    assertTrue(house.fake.buyer().approve(id));
    return id;
  }

  private static BillingStatus status(House house, User user) {
    return house.vault().subscriptions().current(user).orElseThrow().standing().status();
  }
}
