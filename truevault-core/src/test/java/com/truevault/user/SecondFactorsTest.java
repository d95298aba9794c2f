package com.truevault.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.TrueVaultException;
import com.truevault.store.PageRequest;
import com.truevault.testing.VaultFixture;
import com.truevault.user.Credentials.SecondFactor;
import com.truevault.user.SecondFactors.Enrolment;
import com.truevault.user.SignIn.Accepted;
import com.truevault.user.SignIn.CodeNeeded;
import com.truevault.user.SignIn.CodeRefused;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SecondFactorsTest {
  private static final String KIM = "kim@example.com";
  private static final Duration STEP = Duration.ofSeconds(30);

  private final VaultFixture fixture = new VaultFixture();
  private final User kim = fixture.customer(KIM);
  private final SecondFactors factors = fixture.vault().secondFactors();
  private final Enrolment enrolment = factors.begin(kim, "TrueVault VPN");

  private String code() {
    return Totp.code(enrolment.secret(), fixture.clock().instant().getEpochSecond() / 30);
  }

  private SignIn enter(String code) {
    return fixture.signIn(KIM, VaultFixture.PASSWORD, code);
  }

  private SecondFactor stored() {
    SecondFactor factor =
        fixture.storage().users().credentials(kim.id()).orElseThrow().secondFactor();
    if (factor == null) {
      throw new AssertionError("no second factor");
    }
    return factor;
  }

  @Test
  void asksForNoCodeBeforeTheAppProvedItself() {
    assertFalse(factors.isActive(kim));
    assertInstanceOf(Accepted.class, enter(""));
    assertThrows(TrueVaultException.class, () -> factors.confirm(kim, "000000", ""));
    assertFalse(factors.isActive(kim));
  }

  @Test
  void givesTheAppWhatItReads() {
    assertTrue(enrolment.secret().matches("[A-Z2-7]{32}"), "32 letters are 160 bits");
    assertTrue(
        enrolment.uri().startsWith("otpauth://totp/TrueVault%20VPN%3Akim%40example.com?secret="));
    assertEquals("Enrolment[hidden]", enrolment.toString());
  }

  @Test
  void asksForACodeOnceConfirmed() {
    factors.confirm(kim, code(), "");
    fixture.clock().advance(STEP);

    assertInstanceOf(CodeNeeded.class, enter(""));
    assertInstanceOf(CodeRefused.class, enter("000000"));
    assertInstanceOf(Accepted.class, enter(code()));
  }

  @Test
  void asksForThePasswordFirst() {
    factors.confirm(kim, code(), "");

    assertInstanceOf(SignIn.Refused.class, fixture.signIn(KIM, "wrong password", code()));
  }

  @Test
  void takesACodeOnce() {
    String first = code();
    factors.confirm(kim, first, "");
    assertInstanceOf(CodeRefused.class, enter(first));

    fixture.clock().advance(STEP);
    String second = code();
    assertInstanceOf(Accepted.class, enter(second));
    assertInstanceOf(CodeRefused.class, enter(second));
    assertInstanceOf(CodeRefused.class, enter(first));
  }

  @Test
  void takesEachRecoveryCodeOnce() {
    List<String> codes = factors.confirm(kim, code(), "");

    assertEquals(10, new HashSet<>(codes).size());
    assertInstanceOf(Accepted.class, enter(codes.get(0)));
    assertInstanceOf(CodeRefused.class, enter(codes.get(0)));
    String typed = codes.get(1).substring(0, 6) + " - " + codes.get(1).substring(6);
    assertInstanceOf(Accepted.class, enter(typed.toUpperCase(Locale.ROOT)));
    assertInstanceOf(CodeRefused.class, enter(codes.get(1)));
  }

  @Test
  void throttlesGuessedCodesThoughThePasswordIsRight() {
    factors.confirm(kim, code(), "");
    for (int i = 0; i < 5; i++) {
      assertInstanceOf(CodeRefused.class, enter("00000" + i));
    }

    assertThrows(TooManyAttemptsException.class, () -> enter(code()));
  }

  @Test
  void throttlesGuessedCodesWhileBeingSwitchedOn() {
    for (int i = 0; i < 5; i++) {
      String guess = "00000" + i;
      assertThrows(TrueVaultException.class, () -> factors.confirm(kim, guess, ""));
    }

    assertThrows(TooManyAttemptsException.class, () -> factors.confirm(kim, code(), ""));
  }

  @Test
  void isNotSkippedByAPasswordReset() {
    factors.confirm(kim, code(), "");
    fixture.vault().passwords().forgot(kim.email());
    fixture.vault().passwords().reset(fixture.mailedSecret(KIM), "eleven blue whales");

    assertInstanceOf(CodeNeeded.class, fixture.signIn(KIM, "eleven blue whales", ""));
  }

  @Test
  void restsSealedInItsPlace() {
    List<String> codes = factors.confirm(kim, code(), "");

    assertTrue(stored().sealedSecret().startsWith("sealed:k1:"));
    assertFalse(stored().sealedSecret().contains(enrolment.secret()));
    User robin = fixture.customer("robin@example.com");
    Credentials theirs = fixture.storage().users().credentials(robin.id()).orElseThrow();
    fixture.storage().users().update(robin.id(), theirs.secondFactor(stored()));
    fixture.clock().advance(STEP);
    assertEquals(
        "secret-unreadable",
        assertThrows(
                TrueVaultException.class,
                () -> fixture.signIn("robin@example.com", VaultFixture.PASSWORD, code()))
            .code());
    assertFalse(everythingNoted().contains(codes.get(0)));
    assertFalse(everythingNoted().contains(enrolment.secret()));
  }

  @Test
  void isSwitchedOffWithItsRecoveryCodesAndMailed() {
    List<String> codes = factors.confirm(kim, code(), "");
    factors.disable(kim, "");

    assertInstanceOf(Accepted.class, enter(""));
    assertFalse(
        fixture
            .storage()
            .users()
            .useRecoveryCode(
                kim.id(),
                com.truevault.secret.TokenHash.of(codes.get(0)),
                fixture.clock().instant()));
    assertTrue(fixture.mails().newestTo(KIM).orElseThrow().subject().startsWith("Sign-in codes"));
  }

  @Test
  void endsAllOtherSessionsWhenSwitchedOnOrOff() {
    Accepted here = fixture.signIn(kim);
    String spared = here.signedIn().session().publicId();
    Accepted first = fixture.signIn(kim);
    factors.confirm(kim, code(), spared);
    assertTrue(fixture.vault().sessions().find(first.secret()).isEmpty());

    fixture.clock().advance(STEP);
    Accepted second = assertInstanceOf(Accepted.class, enter(code()));
    factors.disable(kim, spared);
    assertTrue(fixture.vault().sessions().find(second.secret()).isEmpty());
    assertTrue(fixture.vault().sessions().find(here.secret()).isPresent());
  }

  @Test
  void isNotReplacedWhileItIsOn() {
    factors.confirm(kim, code(), "");

    assertEquals(
        "second-factor-active",
        assertThrows(TrueVaultException.class, () -> factors.begin(kim, "x")).code());
  }

  private String everythingNoted() {
    return fixture.vault().audit().list("", PageRequest.first()).toString();
  }
}
