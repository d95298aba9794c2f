package com.truevault.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.billing.BillingCycle;
import com.truevault.billing.ProviderStatus;
import com.truevault.billing.SubscriptionLiveException;
import com.truevault.setting.SettingKey;
import com.truevault.user.EmailAddress;
import com.truevault.user.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VipExemptionTest {
  private final PaidStory story = new PaidStory();

  private void enlist() {
    story
        .fixture()
        .vault()
        .settings()
        .change("admin", Map.of(SettingKey.VERIFIED_EMAIL_REQUIRED_FOR_VIP, "false"));
    story.fixture().vault().vips().add("admin", EmailAddress.of(PaidStory.KIM), "");
    story.round().round();
  }

  @Test
  void stopsTheChargesOfWhoBecomesVip() {
    int mails = story.subjects().size();

    enlist();

    assertEquals(ProviderStatus.CANCELLED, story.gateway().status(story.gatewayId()));
    assertTrue(story.mayConnect());
    story.until(PaidStory.day(70));
    assertTrue(story.mayConnect());
    assertEquals(List.of(), story.subjects().subList(mails, story.subjects().size()));
  }

  @Test
  void opensNoSubscriptionForAVip() {
    enlist();
    story.fixture().clock().advance(Duration.ofDays(90));
    story.round();

    assertThrows(
        SubscriptionLiveException.class,
        () ->
            story
                .fixture()
                .vault()
                .subscriptions()
                .start(story.kim(), Plan.FAMILY, BillingCycle.YEARLY));
  }
}
