package com.truevault.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.secret.TokenHash;
import com.truevault.setting.SettingKey;
import com.truevault.store.PageRequest;
import com.truevault.testing.VaultFixture;
import com.truevault.user.Session.Origin;
import com.truevault.user.SignIn.Accepted;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionsTest {
  private final VaultFixture fixture = new VaultFixture();
  private final User kim = fixture.customer("kim@example.com");
  private final User robin = fixture.customer("robin@example.com");
  private final Sessions sessions = fixture.vault().sessions();

  private static String id(Accepted accepted) {
    return accepted.signedIn().session().publicId();
  }

  private boolean lives(Accepted accepted) {
    return sessions.find(accepted.secret()).isPresent();
  }

  @Test
  void findsWhoPresentsTheSecret() {
    Accepted accepted = fixture.signIn(kim);

    SignedIn found = sessions.find(accepted.secret()).orElseThrow();

    assertEquals(kim.id(), found.user().id());
    assertTrue(sessions.find("guess").isEmpty());
    assertTrue(sessions.find("").isEmpty());
  }

  @Test
  void keepsOnlyTheHashOf256RandomBits() {
    Accepted accepted = fixture.signIn(kim);

    assertEquals(32, Base64.getUrlDecoder().decode(accepted.secret()).length);
    Session stored = fixture.storage().sessions().ofUser(kim.id()).get(0);
    assertEquals(TokenHash.of(accepted.secret()), stored.token());
    assertFalse(stored.toString().contains(accepted.secret()));
    assertTrue(sessions.find(stored.token().value()).isEmpty());
    assertTrue(sessions.find(stored.publicId()).isEmpty());
  }

  @Test
  void endsAfterSevenDaysOrAsSet() {
    Accepted week = fixture.signIn(kim);
    fixture.vault().settings().change("admin", Map.of(SettingKey.SESSION_DAYS, "1"));
    Accepted day = fixture.signIn(kim);

    fixture.clock().advance(Duration.ofDays(1).minusMillis(1));
    assertTrue(lives(day));
    fixture.clock().advance(Duration.ofMillis(1));
    assertFalse(lives(day));
    assertTrue(lives(week));
    assertEquals(1, sessions.of(kim).size());
    fixture.clock().advance(Duration.ofDays(6));
    assertFalse(lives(week));
    assertEquals(2, sessions.purge());
  }

  @Test
  void renewsASessionThatHasExpiredButWasNotEnded() {
    Accepted first = fixture.signIn(kim);
    fixture.clock().advance(Duration.ofDays(30));

    Accepted second = sessions.renew(first.signedIn());

    assertTrue(lives(second));
    assertFalse(lives(first));
    assertEquals(1, fixture.storage().sessions().ofUser(kim.id()).size());
    sessions.end(kim, id(second));
    TrueVaultException ended =
        assertThrows(TrueVaultException.class, () -> sessions.renew(second.signedIn()));
    assertEquals("session-not-found", ended.code());
  }

  @Test
  void notesActivityEveryFewMinutes() {
    Accepted accepted = fixture.signIn(kim);
    fixture.clock().advance(Duration.ofMinutes(4));
    assertTrue(lives(accepted));
    assertEquals(VaultFixture.START, activity());

    fixture.clock().advance(Duration.ofMinutes(2));
    assertTrue(lives(accepted));
    assertEquals(fixture.clock().instant(), activity());
  }

  @Test
  void showsAUserTheirOwnSessionsAlone() {
    Accepted first = fixture.signIn(kim);
    Accepted second = fixture.signIn(kim);
    fixture.signIn(robin);

    assertEquals(
        List.of(id(second), id(first)), sessions.of(kim).stream().map(Session::publicId).toList());
    assertEquals(3, sessions.list(PageRequest.first()).items().size());
  }

  @Test
  void endsAUsersOwnSessionAtOnce() {
    Accepted first = fixture.signIn(kim);
    Accepted second = fixture.signIn(kim);

    sessions.end(kim, id(first));

    assertFalse(lives(first));
    assertTrue(lives(second));
    assertThrows(TrueVaultException.class, () -> sessions.end(kim, id(first)));
  }

  @Test
  void treatsAnothersSessionAsIfItWereNotThere() {
    Accepted robins = fixture.signIn(robin);

    TrueVaultException hidden =
        assertThrows(TrueVaultException.class, () -> sessions.end(kim, id(robins)));
    TrueVaultException missing =
        assertThrows(TrueVaultException.class, () -> sessions.end(kim, "no-such-session"));

    assertEquals(ErrorKind.NOT_FOUND, hidden.kind());
    assertEquals(missing.getMessage(), hidden.getMessage());
    assertTrue(lives(robins));
  }

  @Test
  void endsAllOthersButTheOneInUse() {
    Accepted here = fixture.signIn(kim);
    Accepted elsewhere = fixture.signIn(kim);
    Accepted robins = fixture.signIn(robin);

    assertEquals(1, sessions.endOthers(kim, id(here)));

    assertTrue(lives(here));
    assertFalse(lives(elsewhere));
    assertTrue(lives(robins));
  }

  @Test
  void letsAnAdministratorEndAnybodysAndNotesIt() {
    Accepted kims = fixture.signIn(kim);
    Accepted first = fixture.signIn(robin);
    Accepted second = fixture.signIn(robin);

    sessions.endAny("admin-id", id(kims));
    assertEquals(2, sessions.endAll("admin-id", robin));

    assertFalse(lives(kims) || lives(first) || lives(second));
    String audit = fixture.vault().audit().list("session.", PageRequest.first()).toString();
    assertTrue(audit.contains("session.ended-by-administrator"), audit);
    assertTrue(audit.contains("admin-id"), audit);
    assertThrows(TrueVaultException.class, () -> sessions.endAny("admin-id", id(kims)));
  }

  @Test
  void endsWithItsUser() {
    Accepted accepted = fixture.signIn(kim);

    fixture.vault().departures().erase("admin", kim);

    assertFalse(lives(accepted));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.77, 192.0.2.0/24",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1::/48",
    "::1, 0:0:0::/48",
    "example.com, unknown",
    "localhost, unknown",
    "1, unknown",
    "'', unknown",
    "999.1.1.1, unknown"
  })
  void keepsTheNetworkOfAnAddressAlone(String address, String network) {
    assertEquals(network, Origin.of(address, "").network());
  }

  @Test
  void keepsTheReadablePartOfAUserAgent() {
    assertEquals("a<b>c", Origin.of("192.0.2.7", "a\n<b>\0é\u202ec").userAgent());
    assertEquals(200, Origin.of("192.0.2.7", "x".repeat(5_000)).userAgent().length());
  }

  private Instant activity() {
    return fixture.storage().sessions().ofUser(kim.id()).get(0).lastActivity();
  }
}
