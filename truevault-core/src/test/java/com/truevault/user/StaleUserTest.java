package com.truevault.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.TrueVaultException;
import com.truevault.testing.InMemoryStorage;
import com.truevault.testing.Meanwhile;
import com.truevault.testing.VaultFixture;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What happens to a user between a look and a deed is neither undone nor overlooked. */
class StaleUserTest {
  private static final String KIM = "kim@example.com";

  private final Meanwhile meanwhile = new Meanwhile(new InMemoryStorage());
  private final VaultFixture fixture = new VaultFixture(meanwhile.storage());
  private final User kim = fixture.customer(KIM);

  private SignIn signIn() {
    return fixture.signIn(KIM, VaultFixture.PASSWORD, "");
  }

  @Test
  void aSignInUnderWayOpensNoSessionAfterAReset() {
    fixture.vault().passwords().forgot(kim.email());
    String link = fixture.mailedSecret(KIM);
    meanwhile.afterNext(
        "credentials", () -> fixture.vault().passwords().reset(link, "eleven blue whales"));

    assertInstanceOf(SignIn.Refused.class, signIn());
    assertTrue(fixture.vault().sessions().of(kim).isEmpty());
  }

  @Test
  void aSignInUnderWayOpensNoSessionForAnErasedUser() {
    meanwhile.afterNext("credentials", () -> fixture.vault().departures().erase("admin", kim));

    assertInstanceOf(SignIn.Refused.class, signIn());
    assertTrue(fixture.vault().sessions().of(kim).isEmpty());
  }

  @Test
  void aSignInUnderWayKeepsABlockThatCameMeanwhile() {
    meanwhile.afterNext("credentials", () -> fixture.vault().users().block("admin", kim, "fraud"));

    assertInstanceOf(SignIn.Accepted.class, signIn());
    assertEquals("fraud", fixture.reload(kim).blockedReason());
    assertNotNull(fixture.reload(kim).lastLogin());
  }

  @Test
  void twoSignInsThatBringOneHashUpToDateAreBothLetIn() {
    fixture
        .storage()
        .users()
        .update(kim.id(), Credentials.ofPassword(PasswordHasherTest.bcrypt(VaultFixture.PASSWORD)));

    assertInstanceOf(SignIn.Accepted.class, signIn());
    assertInstanceOf(SignIn.Accepted.class, signIn());
  }

  @Test
  void planningToLeaveKeepsABlockThatCameMeanwhile() {
    meanwhile.afterNext("credentials", () -> fixture.vault().users().block("admin", kim, "fraud"));
    fixture.vault().departures().plan(kim, Departures.CONFIRMATION, VaultFixture.PASSWORD);

    assertEquals("fraud", fixture.reload(kim).blockedReason());
    assertNotNull(fixture.reload(kim).deletionDueAt());
  }

  @Test
  void nobodyIsErasedWhoChangedTheirMindMeanwhile() {
    fixture.vault().departures().plan(kim, Departures.CONFIRMATION, VaultFixture.PASSWORD);
    fixture.clock().advance(Duration.ofDays(8));
    meanwhile.afterNext(
        "deletionDue", () -> fixture.vault().departures().keep(fixture.reload(kim)));

    fixture.vault().departures().eraseDue();

    assertTrue(fixture.vault().users().findByEmail(kim.email()).isPresent());
    assertNull(fixture.reload(kim).deletionDueAt());
  }

  @Test
  void changesOfOldCopiesAddUp() {
    Users users = fixture.vault().users();
    users.block("admin", kim, "fraud");
    users.rename(kim, User.Name.of("Kim", "Renamed"));

    assertEquals("fraud", fixture.reload(kim).blockedReason());
    assertEquals("Kim Renamed", fixture.reload(kim).name().full());
    fixture.vault().departures().erase("admin", kim);
    assertThrows(TrueVaultException.class, () -> users.unblock("admin", kim));
  }
}
