package com.truevault.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.ErrorKind;
import com.truevault.store.PageRequest;
import com.truevault.testing.Race;
import com.truevault.testing.VaultFixture;
import com.truevault.user.Session.Origin;
import com.truevault.user.SignIn.Accepted;
import com.truevault.user.SignIn.Refused;
import com.truevault.user.SignIns.Attempt;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SignInsTest {
  private static final String KIM = "kim@example.com";

  private final VaultFixture fixture = new VaultFixture();
  private final User kim = fixture.customer(KIM);

  private SignIn enter(String password) {
    return fixture.signIn(KIM, password, "");
  }

  private Duration waitAfterFailing() {
    enter("wrong password");
    return blocked();
  }

  private Duration blocked() {
    TooManyAttemptsException refused =
        assertThrows(TooManyAttemptsException.class, () -> enter(VaultFixture.PASSWORD));
    assertEquals(ErrorKind.TOO_MANY_ATTEMPTS, refused.kind());
    return refused.waitFor();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      assertInstanceOf(Refused.class, enter("wrong password"));
    }
  }

  @Test
  void letsAUserInWhoKnowsThePassword() {
    Accepted accepted = assertInstanceOf(Accepted.class, enter(VaultFixture.PASSWORD));

    assertEquals(kim.id(), accepted.signedIn().user().id());
    assertEquals(VaultFixture.START, fixture.reload(kim).lastLogin());
    assertTrue(fixture.vault().sessions().find(accepted.secret()).isPresent());
  }

  @Test
  void takesTheAddressInAnyCase() {
    assertInstanceOf(Accepted.class, fixture.signIn("KIM@Example.com", VaultFixture.PASSWORD, ""));
  }

  @Test
  void answersAlikeForAWrongPasswordAndForNobody() {
    assertEquals(enter("wrong password"), fixture.signIn("no@example.com", "wrong password", ""));
  }

  @Test
  void throttlesAnAddressThatNobodyHasLikeOneThatSomebodyHas() {
    for (int i = 0; i < 5; i++) {
      fixture.signIn("no@example.com", "wrong password", "");
      enter("wrong password");
    }

    TooManyAttemptsException nobody =
        assertThrows(
            TooManyAttemptsException.class,
            () -> fixture.signIn("no@example.com", VaultFixture.PASSWORD, ""));
    assertEquals(blocked(), nobody.waitFor());
  }

  @Test
  void waitsTwiceAsLongAfterEachFailureUpToAQuarterOfAnHour() {
    fail(4);
    for (int expected = 1; expected <= 512; expected *= 2) {
      Duration wait = waitAfterFailing();
      assertEquals(Duration.ofSeconds(expected), wait);
      fixture.clock().advance(wait);
    }
    for (int i = 0; i < 3; i++) {
      Duration wait = waitAfterFailing();
      assertEquals(Duration.ofMinutes(15), wait);
      fixture.clock().advance(wait);
    }
    assertInstanceOf(Accepted.class, enter(VaultFixture.PASSWORD));
  }

  @Test
  void looksAtNothingWhileItWaits() {
    fail(5);

    assertEquals(Duration.ofSeconds(1), blocked());
    assertEquals(Duration.ofSeconds(1), blocked());
  }

  @Test
  void forgetsFailuresAfterSuccessAndAfterAnHour() {
    fail(4);
    assertInstanceOf(Accepted.class, enter(VaultFixture.PASSWORD));
    fail(4);
    fixture.clock().advance(Duration.ofMinutes(61));
    fail(4);
    assertInstanceOf(Accepted.class, enter(VaultFixture.PASSWORD));
  }

  @Test
  void letsTheVictimOfAGuesserInByAResetAtOnce() {
    fail(5);
    blocked();

    fixture.vault().passwords().forgot(kim.email());
    fixture.vault().passwords().reset(fixture.mailedSecret(KIM), "eleven blue whales");

    assertInstanceOf(Accepted.class, enter("eleven blue whales"));
  }

  @Test
  void throttlesANetworkThatTriesManyAddresses() {
    for (int i = 0; i < 100; i++) {
      fixture.signIn("user" + i + "@example.com", "wrong password", "");
    }

    blocked();
    assertInstanceOf(
        Accepted.class,
        fixture
            .vault()
            .signIns()
            .signIn(
                new Attempt(
                    kim.email(),
                    VaultFixture.PASSWORD,
                    "",
                    Origin.of("198.51.100.7", "Browser/1.0"))));
  }

  @Test
  void looksAtNoMoreTriesThanAreFreeHoweverManyComeAtOnce() {
    AtomicInteger hashed = new AtomicInteger();
    Race.of(
        50,
        () -> {
          for (int i = 0; i < 20; i++) {
            try {
              enter("wrong password");
              hashed.incrementAndGet();
            } catch (TooManyAttemptsException e) {
              assertEquals(ErrorKind.TOO_MANY_ATTEMPTS, e.kind());
            }
          }
        });

    assertEquals(5, hashed.get());
  }

  @Test
  void letsTheOwnerInByAResetThoughTheNetworkIsBlocked() {
    for (int i = 0; i < 100; i++) {
      fixture.signIn("user" + i + "@example.com", "wrong password", "");
    }
    blocked();

    fixture.vault().passwords().forgot(kim.email());
    fixture.vault().passwords().reset(fixture.mailedSecret(KIM), "eleven blue whales");

    assertInstanceOf(Refused.class, enter("wrong password"));
    assertInstanceOf(Accepted.class, enter("eleven blue whales"));
    assertThrows(TooManyAttemptsException.class, () -> enter("eleven blue whales"));
  }

  @Test
  void bringsOldHashesUpToDate() {
    store(PasswordHasherTest.bcrypt(VaultFixture.PASSWORD));

    assertInstanceOf(Refused.class, enter("wrong password"));
    assertTrue(hash().startsWith("$2y$"));
    assertInstanceOf(Accepted.class, enter(VaultFixture.PASSWORD));
    String renewed = hash();
    assertTrue(renewed.startsWith("$argon2id$v=19$m=8,t=1,p=1$"), renewed);
    assertInstanceOf(Accepted.class, enter(VaultFixture.PASSWORD));
    assertEquals(renewed, hash());
  }

  @Test
  void tellsEveryPasswordFromItsNeighbours() {
    for (String password :
        List.of("x".repeat(72) + "y", "before\0after it", "😀".repeat(63) + "🙂")) {
      fixture.vault().passwords().forgot(kim.email());
      fixture.vault().passwords().reset(fixture.mailedSecret(KIM), password);
      String shorter = password.substring(0, password.offsetByCodePoints(password.length(), -1));

      assertInstanceOf(Refused.class, enter(shorter));
      assertInstanceOf(Accepted.class, enter(password));
    }
    assertInstanceOf(Refused.class, enter("before"));
  }

  @Test
  void opensAnotherSessionEachTime() {
    Accepted first = fixture.signIn(kim);
    Accepted second = fixture.signIn(kim);

    assertNotEquals(first.secret(), second.secret());
    assertNotEquals(first.signedIn().session().publicId(), second.signedIn().session().publicId());
  }

  @Test
  void notesSuccessAndFailureWithoutSecrets() {
    enter("wrong password");
    Accepted accepted = fixture.signIn(kim);

    String audit = fixture.vault().audit().list("user.sign", PageRequest.first()).toString();
    assertTrue(audit.contains("user.signed-in"), audit);
    assertTrue(audit.contains("user.sign-in-refused"), audit);
    assertTrue(audit.contains("192.0.2.0/24"), audit);
    assertFalse(audit.contains("wrong password"), audit);
    assertFalse(audit.contains(accepted.secret()), audit);
    assertFalse(audit.contains("192.0.2.7"), audit);
  }

  @Test
  void printsNoSecret() {
    Accepted accepted = fixture.signIn(kim);

    assertFalse(accepted.toString().contains(accepted.secret()));
    assertEquals(
        "Attempt[hidden]",
        new Attempt(kim.email(), "p", "", Origin.of("192.0.2.7", "")).toString());
  }

  private void store(String hash) {
    fixture.storage().users().update(kim.id(), Credentials.ofPassword(hash));
  }

  private String hash() {
    return fixture.storage().users().credentials(kim.id()).orElseThrow().passwordHash();
  }
}
