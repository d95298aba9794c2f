package com.truevault.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.store.PageRequest;
import com.truevault.testing.Race;
import com.truevault.testing.VaultFixture;
import com.truevault.user.SignIn.Accepted;
import com.truevault.user.SignIn.Refused;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AddressesTest {
  private static final String KIM = "kim@example.com";
  private static final String NEXT = "kim@example.org";

  private final VaultFixture fixture = new VaultFixture();
  private final User kim = fixture.customer(KIM);
  private final Addresses addresses = fixture.vault().addresses();

  private void assertVoid(String secret) {
    assertEquals(
        "link-void",
        assertThrows(TrueVaultException.class, () -> addresses.confirm(secret)).code());
  }

  private String askFor(String next) {
    addresses.change(kim, VaultFixture.PASSWORD, EmailAddress.of(next));
    return fixture.mailedSecret(next);
  }

  @Test
  void confirmsTheFirstAddressOnce() {
    String secret = fixture.mailedSecret(KIM);
    addresses.confirm(secret);

    assertTrue(fixture.reload(kim).emailVerified());
    assertVoid(secret);
  }

  @Test
  void takesALinkForADay() {
    String secret = fixture.mailedSecret(KIM);
    fixture.clock().advance(Duration.ofHours(24));
    assertVoid(secret);

    addresses.resend(kim);
    fixture.clock().advance(Duration.ofHours(23));
    addresses.confirm(fixture.mailedSecret(KIM));
  }

  @Test
  void voidsALinkWhenAnotherIsAskedFor() {
    String first = fixture.mailedSecret(KIM);
    addresses.resend(kim);

    assertVoid(first);
    assertVoid("guess");
  }

  @Test
  void mailsAnAddressThreeTimesAnHourAndSaysWhenItMayBeAskedAgain() {
    for (int i = 0; i < 3; i++) {
      addresses.resend(kim);
    }
    TooManyAttemptsException refused =
        assertThrows(TooManyAttemptsException.class, () -> addresses.resend(kim));
    assertEquals(Duration.ofHours(1), refused.waitFor());
    assertTrue(refused.getMessage().contains("60 minutes"), refused.getMessage());

    fixture.clock().advance(Duration.ofHours(1));
    addresses.resend(kim);
    addresses.confirm(fixture.mailedSecret(KIM));
  }

  @Test
  void aNewPasswordVoidsTheLinkToAnAddressThatAThiefAskedFor() {
    String thief = askFor(NEXT);
    fixture.vault().passwords().forgot(kim.email());
    fixture.vault().passwords().reset(fixture.mailedSecret(KIM), "eleven blue whales");

    assertVoid(thief);
    assertEquals(KIM, fixture.reload(kim).email().typed());
  }

  @Test
  void aNewAddressVoidsTheResetLinkInTheOldMailbox() {
    fixture.vault().passwords().forgot(kim.email());
    String old = fixture.mailedSecret(KIM);
    addresses.confirm(askFor(NEXT));

    assertEquals(
        "link-void",
        assertThrows(
                TrueVaultException.class,
                () -> fixture.vault().passwords().reset(old, "eleven blue whales"))
            .code());
  }

  @Test
  void takesTheWordOfWhoeverRunsTheHost() {
    User vouched = addresses.vouch("admin", kim);

    assertTrue(vouched.emailVerified());
    assertTrue(fixture.reload(kim).emailVerified());
    assertVoid(fixture.mailedSecret(KIM));
    assertTrue(
        fixture
            .vault()
            .audit()
            .list("user.email", PageRequest.first())
            .toString()
            .contains("admin"));
  }

  @Test
  void asksForThePasswordBeforeAnAddressChanges() {
    TrueVaultException refused =
        assertThrows(
            TrueVaultException.class,
            () -> addresses.change(kim, "wrong password", EmailAddress.of(NEXT)));

    assertEquals(ErrorKind.FORBIDDEN, refused.kind());
    assertTrue(fixture.mails().newestTo(NEXT).isEmpty());
  }

  @Test
  void changesAnAddressOnceItIsConfirmedAndTellsTheOldOne() {
    String secret = askFor(NEXT);
    assertEquals(KIM, fixture.reload(kim).email().typed());

    addresses.confirm(secret);

    assertEquals(NEXT, fixture.reload(kim).email().typed());
    assertInstanceOf(Accepted.class, fixture.signIn(NEXT, VaultFixture.PASSWORD, ""));
    assertInstanceOf(Refused.class, fixture.signIn(KIM, VaultFixture.PASSWORD, ""));
    assertEquals(
        "Your e-mail address for TrueVault VPN was changed",
        fixture.mails().newestTo(KIM).orElseThrow().subject());
  }

  @Test
  void changesAnAddressOnceFromManyThreads() {
    String secret = askFor(NEXT);

    assertEquals(1, Race.of(20, () -> addresses.confirm(secret)).successes());
  }

  @Test
  void refusesAnAddressThatSomebodyTookMeanwhile() {
    String secret = askFor(NEXT);
    fixture.customer(NEXT);

    assertThrows(EmailTakenException.class, () -> addresses.confirm(secret));

    assertEquals(KIM, fixture.reload(kim).email().typed());
  }

  @Test
  void followsTheAddressWithWhatItIsEntitledTo() {
    fixture.vault().vips().add("admin", EmailAddress.of(NEXT), "");
    assertFalse(fixture.reload(kim).membership().vip());

    addresses.confirm(askFor(NEXT));
    assertTrue(fixture.reload(kim).membership().vip());

    User now = fixture.reload(kim);
    addresses.change(now, VaultFixture.PASSWORD, EmailAddress.of(KIM));
    addresses.confirm(fixture.mailedSecret(KIM));
    assertFalse(fixture.reload(kim).membership().vip());
  }
}
