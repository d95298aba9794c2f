package com.truevault.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.secret.TokenHash;
import com.truevault.testing.Race;
import com.truevault.testing.VaultFixture;
import com.truevault.user.SignIn.Accepted;
import com.truevault.user.SignIn.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  private static final String KIM = "kim@example.com";
  private static final String NEXT = "eleven blue whales";

  private final VaultFixture fixture = new VaultFixture();
  private final User kim = fixture.customer(KIM);
  private final Passwords passwords = fixture.vault().passwords();

  private String forgot() {
    passwords.forgot(kim.email());
    return fixture.mailedSecret(KIM);
  }

  private void assertVoid(String secret) {
    TrueVaultException refused =
        assertThrows(TrueVaultException.class, () -> passwords.reset(secret, NEXT));
    assertEquals(ErrorKind.INVALID, refused.kind());
    assertEquals("link-void", refused.code());
  }

  @Test
  void changesNothingWithoutTheCurrentPassword() {
    TrueVaultException refused =
        assertThrows(
            TrueVaultException.class, () -> passwords.change(kim, "wrong password", NEXT, ""));

    assertEquals(ErrorKind.FORBIDDEN, refused.kind());
    assertInstanceOf(Accepted.class, fixture.signIn(KIM, VaultFixture.PASSWORD, ""));
  }

  @Test
  void changesThePasswordAndEndsAllOtherSessions() {
    Accepted here = fixture.signIn(kim);
    Accepted elsewhere = fixture.signIn(kim);

    passwords.change(kim, VaultFixture.PASSWORD, NEXT, here.signedIn().session().publicId());

    assertTrue(fixture.vault().sessions().find(here.secret()).isPresent());
    assertTrue(fixture.vault().sessions().find(elsewhere.secret()).isEmpty());
    assertInstanceOf(Refused.class, fixture.signIn(KIM, VaultFixture.PASSWORD, ""));
    assertInstanceOf(Accepted.class, fixture.signIn(KIM, NEXT, ""));
    assertEquals(
        "Your password for TrueVault VPN was changed",
        fixture.mails().newestTo(KIM).orElseThrow().subject());
  }

  @Test
  void refusesAPasswordThatWouldBeGuessed() {
    assertThrows(
        TrueVaultException.class,
        () -> passwords.change(kim, VaultFixture.PASSWORD, "password", ""));
    String secret = forgot();
    assertThrows(TrueVaultException.class, () -> passwords.reset(secret, "password"));
    passwords.reset(secret, NEXT);
  }

  @Test
  void resetsByALinkAndEndsAllSessionsAndOpensNone() {
    Accepted thief = fixture.signIn(kim);

    passwords.reset(forgot(), NEXT);

    assertTrue(fixture.vault().sessions().find(thief.secret()).isEmpty());
    assertEquals(List.of(), fixture.vault().sessions().of(kim));
    assertInstanceOf(Accepted.class, fixture.signIn(KIM, NEXT, ""));
  }

  @Test
  void takesALinkOnce() {
    String secret = forgot();
    passwords.reset(secret, NEXT);

    assertVoid(secret);
  }

  @Test
  void takesALinkOnceFromFiftyAtTheSameTime() {
    String secret = forgot();

    Race race = Race.each(50, number -> () -> passwords.reset(secret, NEXT + " " + number));

    assertEquals(1, race.successes());
    assertTrue(
        race.failures().stream()
            .allMatch(e -> e instanceof TrueVaultException t && t.code().equals("link-void")),
        () -> race.failures().toString());
  }

  @Test
  void takesALinkForAnHour() {
    String secret = forgot();
    fixture.clock().advance(Duration.ofHours(1));
    assertVoid(secret);

    String fresh = forgot();
    fixture.clock().advance(Duration.ofMinutes(59));
    passwords.reset(fresh, NEXT);
  }

  @Test
  void voidsALinkWhenAnotherIsAskedForOrThePasswordChanges() {
    String first = forgot();
    String second = forgot();
    assertVoid(first);

    passwords.change(kim, VaultFixture.PASSWORD, NEXT, "");
    assertVoid(second);
  }

  @Test
  void takesNoLinkOfAnotherPurpose() {
    String verification = fixture.mailedSecret(KIM);
    assertVoid(verification);

    String reset = forgot();
    assertThrows(TrueVaultException.class, () -> fixture.vault().addresses().confirm(reset));
    fixture.vault().addresses().confirm(verification);
    passwords.reset(reset, NEXT);
  }

  @Test
  void takesNoGuess() {
    forgot();
    for (String guess : List.of("", "x", TokenHash.of("x").value())) {
      assertVoid(guess);
    }
  }

  @Test
  void mailsThreeLinksAnHourSoThatNobodyVoidsTheLastOneForEver() {
    forgot();
    forgot();
    String third = forgot();
    assertEquals(third, forgot());
    assertEquals(third, forgot());
    passwords.reset(third, NEXT);

    fixture.clock().advance(Duration.ofHours(1));
    assertNotEquals(third, forgot());
  }

  @Test
  void keepsOnlyTheHashOfALink() {
    String secret = forgot();

    Credentials credentials = fixture.storage().users().credentials(kim.id()).orElseThrow();
    Credentials.Link link = Objects.requireNonNull(credentials.reset());
    assertEquals(TokenHash.of(secret), link.hash());
    assertTrue(secret.length() >= 43, "256 bits in base64");
    assertFalse(link.toString().contains(secret));
    assertVoid(link.hash().value());
  }

  @Test
  void answersAlikeForAnAddressThatNobodyHas() {
    int mailed = fixture.mails().mails().size();

    passwords.forgot(EmailAddress.of("nobody@example.com"));

    assertEquals(mailed, fixture.mails().mails().size());
  }
}
