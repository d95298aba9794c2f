package com.truevault.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.TrueVaultException;
import com.truevault.billing.ProviderStatus;
import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionStatus;
import com.truevault.device.Device;
import com.truevault.entitlement.Reason;
import com.truevault.server.ServerFixture;
import com.truevault.store.PageRequest;
import com.truevault.testing.VaultFixture;
import com.truevault.user.SignIn.Accepted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeparturesTest {
  private static final String KIM = "kim@example.com";

  private final VaultFixture fixture = new VaultFixture();
  private final Departures departures = fixture.vault().departures();
  private final User kim = fixture.subscriber(KIM, Plan.PERSONAL);

  @Test
  void wantsTheWordAndThePassword() {
    assertEquals(
        "confirmation-missing",
        assertThrows(
                TrueVaultException.class,
                () -> departures.plan(kim, "delete", VaultFixture.PASSWORD))
            .code());
    assertEquals(
        "password-wrong",
        assertThrows(
                TrueVaultException.class, () -> departures.plan(kim, "DELETE", "wrong password"))
            .code());
  }

  @Test
  void leavesSevenDaysToThinkAndEndsAllSessions() {
    Accepted session = fixture.signIn(kim);

    Instant due = departures.plan(kim, "DELETE", VaultFixture.PASSWORD);

    assertEquals(VaultFixture.START.plus(Duration.ofDays(7)), due);
    assertTrue(fixture.vault().sessions().find(session.secret()).isEmpty());
    assertEquals(
        "Your data at TrueVault VPN will be deleted in 7 days",
        fixture.mails().newestTo(KIM).orElseThrow().subject());
    assertInstanceOf(Accepted.class, fixture.signIn(KIM, VaultFixture.PASSWORD, ""));
    assertTrue(
        fixture.vault().entitlements().of(fixture.reload(kim)).reasons().stream()
            .map(Reason::code)
            .anyMatch("deletion-planned"::equals));
    fixture.clock().advance(Duration.ofDays(7).minusMillis(1));
    assertEquals(0, departures.eraseDue());
  }

  @Test
  void keepsWhoChangesTheirMind() {
    departures.plan(kim, "DELETE", VaultFixture.PASSWORD);
    departures.keep(fixture.reload(kim));
    fixture.clock().advance(Duration.ofDays(8));

    assertEquals(0, departures.eraseDue());
    assertTrue(fixture.vault().users().findByEmail(kim.email()).isPresent());
  }

  @Test
  void erasesWhatIsPersonalAndKeepsWhatTheLawAsksFor() {
    fixture.server(ServerFixture.NEW_YORK);
    Device device = fixture.device(kim, "Phone", 1);
    Subscription paid = fixture.vault().subscriptions().current(kim).orElseThrow();
    departures.plan(kim, "DELETE", VaultFixture.PASSWORD);
    fixture.clock().advance(Duration.ofDays(7));

    assertEquals(1, departures.eraseDue());
    assertEquals(0, departures.eraseDue());

    assertEquals(UserStatus.DELETED, fixture.reload(kim).membership().status());
    assertTrue(fixture.vault().users().findByEmail(kim.email()).isEmpty());
    assertEquals(List.of(), fixture.storage().devices().ofUser(kim.id()));
    assertTrue(fixture.storage().devices().isRetired(device.publicKey()));
    Subscription ended = fixture.storage().subscriptions().find(paid.publicId()).orElseThrow();
    assertEquals(SubscriptionStatus.CANCELLED, ended.status());
    assertEquals(
        ProviderStatus.CANCELLED, fixture.gateway().status(String.valueOf(paid.gatewayId())));
    assertEquals(
        "Your data at TrueVault VPN was deleted",
        fixture.mails().newestTo(KIM).orElseThrow().subject());
  }

  @Test
  void shutsAnErasedUserOutOfEverything() {
    departures.erase("admin", kim);

    assertInstanceOf(SignIn.Refused.class, fixture.signIn(KIM, VaultFixture.PASSWORD, ""));
    assertFalse(fixture.vault().entitlements().of(fixture.reload(kim)).allowed());
  }

  @Test
  void erasesWhileTheSiteRunsOnItsOwn() {
    departures.plan(kim, "DELETE", VaultFixture.PASSWORD);
    fixture.clock().advance(Duration.ofDays(7));

    fixture.vault().maintenance().tidy();

    assertEquals(UserStatus.DELETED, fixture.reload(kim).membership().status());
  }

  @Test
  void letsTheAddressSignUpAgain() {
    departures.erase("admin", kim);

    User fresh = fixture.customer(KIM);

    assertTrue(fresh.id().value() > kim.id().value());
    assertEquals(UserFixture.NEWCOMER, fresh.membership());
  }

  @Test
  void namesNobodyInTheAuditLog() {
    departures.erase("admin", kim);

    String audit = fixture.vault().audit().list("", PageRequest.first()).toString();
    assertTrue(audit.contains("user.deleted"), audit);
    assertFalse(audit.contains(KIM), audit);
    assertFalse(audit.contains("Alex"), audit);
  }
}
