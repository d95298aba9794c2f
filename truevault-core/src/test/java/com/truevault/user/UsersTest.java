package com.truevault.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.TrueVaultException;
import com.truevault.store.PageRequest;
import com.truevault.testing.Race;
import com.truevault.testing.VaultFixture;
import com.truevault.user.SignIn.Accepted;
import com.truevault.user.User.Name;
import org.junit.jupiter.api.Test;

class UsersTest {
  private static final String KIM = "kim@example.com";

  private final VaultFixture fixture = new VaultFixture();
  private final Users users = fixture.vault().users();

  private static Registration registration(String email, String password) {
    return Registration.of(email, password, "Mallory", "Example");
  }

  private String newestSubject() {
    return fixture.mails().newestTo(KIM).orElseThrow().subject();
  }

  @Test
  void startsACustomerAsANewcomer() {
    User kim = fixture.customer(KIM);

    assertEquals(Role.CUSTOMER, kim.role());
    assertEquals(UserFixture.NEWCOMER, kim.membership());
    assertFalse(kim.emailVerified());
    assertFalse(kim.isAdministrator());
  }

  @Test
  void makesAnAdministratorOnlyWhenTheHostSaysSo() {
    User admin = users.registerAdministrator(registration(KIM, VaultFixture.PASSWORD));

    assertTrue(admin.isAdministrator());
  }

  @Test
  void tellsTheOwnerAndNobodyElseThatAnAddressIsTaken() {
    User kim = fixture.customer(KIM);

    users.signUp(registration("KIM@example.com", "eleven blue whales"));

    assertEquals("You already use TrueVault VPN", newestSubject());
    assertEquals(1, users.count());
    assertEquals("Alex", fixture.reload(kim).name().first());
    assertInstanceOf(Accepted.class, fixture.signIn(KIM, VaultFixture.PASSWORD, ""));
  }

  @Test
  void answersASignUpAlikeWhetherOrNotTheAddressIsTaken() {
    users.signUp(registration(KIM, VaultFixture.PASSWORD));
    users.signUp(registration(KIM, VaultFixture.PASSWORD));
    String taken =
        assertThrows(TrueVaultException.class, () -> users.signUp(registration(KIM, "short")))
            .getMessage();
    String free =
        assertThrows(
                TrueVaultException.class,
                () -> users.signUp(registration("new@example.com", "short")))
            .getMessage();

    assertEquals(free, taken);
    assertEquals(1, users.count());
  }

  @Test
  void tellsTheOwnerThreeTimesAnHourAtTheMost() {
    for (int i = 0; i < 10; i++) {
      fixture
          .vault()
          .users()
          .signUp(Registration.of(KIM, VaultFixture.PASSWORD, "Somebody", "Else"));
    }

    assertEquals(
        3,
        fixture.mails().mails().stream()
            .filter(mail -> mail.subject().startsWith("You already use"))
            .count());
  }

  @Test
  void registersAnAddressOnceFromManyThreads() {
    Race race = Race.of(20, () -> users.signUp(registration(KIM, VaultFixture.PASSWORD)));

    assertEquals(20, race.successes());
    assertEquals(1, users.count());
  }

  @Test
  void doesNotTellThoseWhoRegisterDirectlyWhoseAddressItIs() {
    fixture.customer(KIM);

    EmailTakenException refused =
        assertThrows(
            EmailTakenException.class,
            () -> users.register(registration(KIM, VaultFixture.PASSWORD)));
    assertFalse(refused.getMessage().contains(KIM));
  }

  @Test
  void renamesAndTrims() {
    User kim = fixture.customer(KIM);

    users.rename(kim, Name.of("  Kim ", ""));

    assertEquals("Kim", fixture.reload(kim).name().full());
    assertThrows(TrueVaultException.class, () -> Name.of("Kim\nBcc: x", ""));
  }

  @Test
  void blocksOutOfTheTunnelsButNotOutOfTheSite() {
    User kim = fixture.subscriber(KIM, Plan.PERSONAL);

    User blocked = users.block("admin", kim, "spam");

    assertFalse(fixture.vault().entitlements().of(blocked).allowed());
    assertInstanceOf(Accepted.class, fixture.signIn(KIM, VaultFixture.PASSWORD, ""));
    User unblocked = users.unblock("admin", fixture.reload(kim));
    assertTrue(fixture.vault().entitlements().of(unblocked).allowed());
  }

  @Test
  void findsUsersForAdministrators() {
    User kim = fixture.customer(KIM);
    fixture.customer("robin@example.com");

    assertEquals(kim, users.require(kim.publicId()));
    assertEquals(1, users.search(" kim@ ", PageRequest.first()).items().size());
    assertEquals(
        "user-not-found",
        assertThrows(TrueVaultException.class, () -> users.require("nobody")).code());
  }

  @Test
  void refusesToChangeSomebodyWhoIsGone() {
    User kim = fixture.customer(KIM);
    fixture.vault().departures().erase("admin", kim);

    assertThrows(TrueVaultException.class, () -> users.rename(kim, Name.of("Kim", "")));
  }
}
