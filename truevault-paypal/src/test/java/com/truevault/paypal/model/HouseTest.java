package com.truevault.paypal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.billing.BillingCycle;
import com.truevault.billing.SubscriptionStatus;
import com.truevault.subscription.Subscriptions.Started;
import com.truevault.user.Plan;
import com.truevault.user.User;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HouseTest {
  @Test
  void followsACustomerFromApprovalThroughGraceToTheEnd() {
    House house = new House(1, true);
    User kim = house.customer("kim");
    Started started = house.vault().subscriptions().start(kim, Plan.PERSONAL, BillingCycle.MONTHLY);
    String id = String.valueOf(started.subscription().gatewayId());
    assertTrue(house.fake.buyer().approve(id));
    house.advance(Duration.ofMinutes(5));
    assertEquals(SubscriptionStatus.ACTIVE, status(house, kim));

    house.fake.buyer().failNext(id, 3, "PAYER_CANNOT_PAY");
    house.advance(Duration.ofDays(29));
    assertEquals(SubscriptionStatus.GRACE_PERIOD, status(house, kim));
    house.advance(Duration.ofDays(11));
    assertEquals(SubscriptionStatus.SUSPENDED, status(house, kim));
    house.advance(Duration.ofDays(20));
    System.out.println(house.vault().subscriptions().current(kim) + "\n" + house.vault().subscriptions().state(house.rows().get(0)) +"\n"+ house.storage.facts().of(house.rows().get(0).publicId()).toString().replace("Recorded[","\n"));
    assertEquals(SubscriptionStatus.EXPIRED, status(house, kim));
    assertEquals(1, house.storage.invoices().ofUser(kim.id()).size());
  }

  @Test
  void manySequencesTakeHowLong() {
    long from = System.nanoTime();
    for (int i = 0; i < 20; i++) {
      House house = new House(i);
      User kim = house.customer("kim");
      Started started =
          house.vault().subscriptions().start(kim, Plan.PERSONAL, BillingCycle.MONTHLY);
      String id = String.valueOf(started.subscription().gatewayId());
      house.fake.buyer().approve(id);
      house.advance(Duration.ofDays(120));
      house.calm();
    }
    System.out.println("each " + (System.nanoTime() - from) / 20_000_000.0 + " ms");
  }

  private static SubscriptionStatus status(House house, User user) {
    return house.vault().subscriptions().current(user).orElseThrow().status();
  }
}
