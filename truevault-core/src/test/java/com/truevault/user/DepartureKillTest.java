package com.truevault.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.billing.ProviderStatus;
import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionStatus;
import com.truevault.server.ServerFixture;
import com.truevault.store.DataFile;
import com.truevault.store.PageRequest;
import com.truevault.testing.InMemoryStorage;
import com.truevault.testing.KillSwitch;
import com.truevault.testing.VaultFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Erasing a user writes four files; whatever it is killed at, the end is the same. */
class DepartureKillTest {
  private static final String KIM = "kim@example.com";

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void endsTheSameWhereverItIsKilled(boolean afterTheCommit) {
    int fatal = 0;
    boolean struck = true;
    while (struck) {
      fatal++;
      struck = killAt(fatal, afterTheCommit);
    }
    assertTrue(fatal > 10, "only " + fatal + " commits");
  }

  private static boolean killAt(int fatal, boolean afterTheCommit) {
    InMemoryStorage storage = new InMemoryStorage();
    VaultFixture before = new VaultFixture(storage);
    before.server(ServerFixture.NEW_YORK);
    User kim = before.subscriber(KIM, Plan.PERSONAL);
    before.device(kim, "Phone", 1);
    before.device(kim, "Laptop", 2);
    before.signIn(kim);
    before.vault().departures().plan(kim, "DELETE", VaultFixture.PASSWORD);
    before.clock().advance(Duration.ofDays(7));

    KillSwitch killSwitch = new KillSwitch(storage, fatal, afterTheCommit);
    VaultFixture doomed = new VaultFixture(killSwitch.wired(), before);
    try {
      doomed.vault().departures().eraseDue();
      doomed.vault().maintenance().deliver();
    } catch (KillSwitch.Killed e) {
      assertTrue(killSwitch.hasStruck());
    }

    VaultFixture restarted = new VaultFixture(storage, before);
    restarted.vault().maintenance().tidy();
    for (int round = 0; round < 3; round++) {
      restarted.clock().advance(Duration.ofHours(1));
      restarted.vault().maintenance().deliver();
    }
    int mailed = doomed.mailed().mails().size() + restarted.mailed().mails().size();
    assertTrue(mailed >= 1, "nobody was told");
    assertLegalEnd(restarted, kim, fatal);
    return killSwitch.hasStruck();
  }

  private static void assertLegalEnd(VaultFixture fixture, User kim, int fatal) {
    String where = "killed at commit " + fatal;
    Instant now = fixture.clock().instant();
    assertEquals(UserStatus.DELETED, fixture.reload(kim).membership().status(), where);
    assertTrue(fixture.storage().users().credentials(kim.id()).isEmpty(), where);
    assertEquals(List.of(), fixture.storage().sessions().ofUser(kim.id()), where);
    assertEquals(List.of(), fixture.storage().devices().ofUser(kim.id()), where);
    assertEquals(2, fixture.storage().addresses().used(now), where + ", while they rest");
    assertEquals(0, fixture.storage().addresses().used(now.plus(Duration.ofHours(24))), where);
    Subscription ended = fixture.storage().subscriptions().ofUser(kim.id()).get(0);
    assertEquals(SubscriptionStatus.CANCELLED, ended.status(), where);
    assertEquals(
        ProviderStatus.CANCELLED,
        fixture.gateway().status(String.valueOf(ended.gatewayId())),
        where);
    assertEquals(1, noted(fixture, "user.deleted"), where);
    assertEquals(2, noted(fixture, "device.removed"), where);
    assertTrue(fixture.vault().audit().isUnbroken(), where);
    assertEquals(Duration.ZERO, fixture.vault().deliveries().lag(), where);
    for (DataFile file : DataFile.values()) {
      assertEquals(
          List.of(), fixture.storage().messages().dead(file, PageRequest.first()).items(), where);
    }
    assertThrows(RuntimeException.class, () -> fixture.vault().users().require(kim.publicId()));
  }

  private static int noted(VaultFixture fixture, String action) {
    return fixture.vault().audit().list(action, PageRequest.first()).items().size();
  }
}
