package com.truevault.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.TrueVaultException;
import com.truevault.agent.PeerSighting;
import com.truevault.device.Device;
import com.truevault.device.Device.Presence;
import com.truevault.device.DeviceFixture;
import com.truevault.server.ServerFixture;
import com.truevault.server.ServerKey;
import com.truevault.setting.SettingKey;
import com.truevault.testing.VaultFixture;
import com.truevault.user.Plan;
import com.truevault.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrafficTest {
  private static final ServerKey NEW_YORK = ServerFixture.NEW_YORK.key();
  private static final ServerKey BERLIN = ServerFixture.BERLIN.key();

  private final VaultFixture fixture = new VaultFixture();
  private User kim;
  private Device phone;

  @BeforeEach
  void aDevice() {
    fixture.server(ServerFixture.NEW_YORK);
    fixture.server(ServerFixture.BERLIN);
    kim = fixture.subscriber("kim@example.com", Plan.PERSONAL);
    phone = fixture.device(kim, "Phone", 1);
  }

  private Traffic traffic() {
    return fixture.vault().traffic();
  }

  private void seen(ServerKey server, @Nullable Integer age, long received, long sent) {
    traffic().seen(server, fixture.clock().instant(), List.of(peer(1, age, received, sent)));
  }

  private static PeerSighting peer(int key, @Nullable Integer age, long received, long sent) {
    return new PeerSighting(
        DeviceFixture.key(key), age == null ? null : Duration.ofSeconds(age), received, sent);
  }

  private Bytes today() {
    return traffic().usage(kim, phone.id(), Period.DAY).total();
  }

  private Presence presence() {
    return fixture.vault().devices().require(kim, phone.id()).presence();
  }

  private void after(Duration time) {
    fixture.clock().advance(time);
  }

  @Test
  void aDeviceThatMovedStaysConnectedBetweenReportsOfItsNewServer() {
    seen(NEW_YORK, 5, 100, 1_000);
    after(Duration.ofMinutes(4));
    seen(BERLIN, 145, 10, 10);
    after(Duration.ofSeconds(50));

    traffic().seen(NEW_YORK, fixture.clock().instant(), List.of());

    assertTrue(presence().online(), "Berlin has had no turn to tell of a newer handshake");
  }

  @Test
  void makesDifferencesOfTotals() {
    seen(NEW_YORK, 5, 100, 1_000);
    after(Duration.ofMinutes(1));
    seen(NEW_YORK, 5, 150, 3_000);

    assertEquals(new Bytes(3_000, 150), today());
  }

  @Test
  void countsNothingTwiceWhenAReportIsTakenAgain() {
    seen(NEW_YORK, 5, 100, 1_000);
    seen(NEW_YORK, 5, 100, 1_000);

    assertEquals(new Bytes(1_000, 100), today());
  }

  @Test
  void countsEachServerForItself() {
    seen(NEW_YORK, 5, 100, 1_000);
    seen(BERLIN, 5, 40, 400);
    seen(NEW_YORK, 5, 101, 1_001);

    assertEquals(new Bytes(1_401, 141), today());
  }

  @Test
  void takesASmallerNumberForTheCounterOfANewInterface() {
    seen(NEW_YORK, 5, 100, 1_000);
    seen(NEW_YORK, 5, 30, 200);
    assertEquals(new Bytes(1_200, 130), today());

    seen(NEW_YORK, 5, 0, 0);
    assertEquals(new Bytes(1_200, 130), today());
    seen(NEW_YORK, 5, 7, 70);
    assertEquals(new Bytes(1_270, 137), today());
  }

  @Test
  void countsBothWaysFromNothingWhereOneOfThemFell() {
    seen(NEW_YORK, 5, 100, 1_000);
    seen(NEW_YORK, 5, 120, 10);

    assertEquals(new Bytes(1_010, 220), today());
  }

  @Test
  void leavesOutPeersThatNobodyHereKnowsAndNumbersThatMakeNoSense() {
    traffic()
        .seen(
            NEW_YORK,
            fixture.clock().instant(),
            List.of(
                peer(9, 5, 1, 1),
                peer(1, 5, -1, 10),
                peer(1, 5, Long.MAX_VALUE, Long.MAX_VALUE),
                peer(1, -5, 10, 10)));

    assertEquals(Bytes.NONE, today());
    assertEquals(Presence.NEVER, presence());
  }

  @Test
  void isConnectedFor180SecondsAfterAHandshake() {
    seen(NEW_YORK, null, 0, 0);
    assertEquals(Presence.NEVER, presence());
    seen(NEW_YORK, 180, 0, 0);
    assertEquals(Presence.NEVER, presence());

    seen(NEW_YORK, 179, 0, 0);

    assertEquals(new Presence(true, Instant.parse("2026-01-31T09:55:00Z")), presence());
  }

  @Test
  void isSeenOnceInFiveMinutesAtTheMostExactly() {
    after(Duration.ofSeconds(299));
    seen(NEW_YORK, 0, 0, 0);
    assertEquals(new Presence(true, VaultFixture.START), presence());

    after(Duration.ofSeconds(1));
    seen(NEW_YORK, 0, 0, 0);
    assertEquals(new Presence(true, VaultFixture.START.plusSeconds(300)), presence());
  }

  @Test
  void leavesWithTheFirstReportThatSaysNothingNewOfIt() {
    seen(NEW_YORK, 0, 1, 1);
    after(Duration.ofSeconds(179));
    traffic().seen(NEW_YORK, fixture.clock().instant(), List.of());
    assertEquals(true, presence().online());

    after(Duration.ofSeconds(1));
    traffic().seen(BERLIN, fixture.clock().instant(), List.of());
    assertEquals(true, presence().online());
    traffic().seen(NEW_YORK, fixture.clock().instant(), List.of());
    assertEquals(new Presence(false, VaultFixture.START), presence());
  }

  @Test
  void staysConnectedWhileAnotherServerSeesIt() {
    seen(NEW_YORK, 0, 1, 1);
    after(Duration.ofSeconds(100));
    seen(BERLIN, 0, 1, 1);
    after(Duration.ofSeconds(100));

    seen(NEW_YORK, 200, 1, 1);

    assertEquals(true, presence().online());
  }

  @Test
  void leavesWithoutAnyReportBeforeFiveMinutesHavePassed() {
    seen(NEW_YORK, 0, 1, 1);
    after(Duration.ofMinutes(4));
    assertEquals(0, fixture.vault().maintenance().sweep());

    after(Duration.ofSeconds(30));
    assertEquals(1, fixture.vault().maintenance().sweep());

    assertEquals(new Presence(false, VaultFixture.START), presence());
  }

  @Test
  void hasOneAmountForEachHourOrDay() {
    seen(NEW_YORK, 5, 1, 10);
    after(Duration.ofHours(1));
    seen(NEW_YORK, 5, 3, 30);

    List<Usage.Amount> hours = traffic().usage(kim, phone.id(), Period.DAY).amounts();
    List<Usage.Amount> days = traffic().usage(kim, phone.id(), Period.WEEK).amounts();

    assertEquals(24, hours.size());
    assertEquals(
        new Usage.Amount(Instant.parse("2026-01-31T11:00:00Z"), new Bytes(20, 2)), hours.get(23));
    assertEquals(
        new Usage.Amount(Instant.parse("2026-01-31T10:00:00Z"), new Bytes(10, 1)), hours.get(22));
    assertEquals(7, days.size());
    assertEquals(
        new Usage.Amount(Instant.parse("2026-01-31T00:00:00Z"), new Bytes(30, 3)), days.get(6));
    assertEquals(30, traffic().usage(kim, phone.id(), Period.MONTH).amounts().size());
  }

  @Test
  void beginsAMonthAtMidnightUtc() {
    seen(NEW_YORK, 5, 1, 10);
    assertEquals(Map.of(phone.id(), new Bytes(10, 1)), traffic().thisMonth(kim));

    after(Duration.ofHours(14));
    assertEquals(Map.of(), traffic().thisMonth(kim));
    seen(NEW_YORK, 5, 3, 30);
    assertEquals(Map.of(phone.id(), new Bytes(20, 2)), traffic().thisMonth(kim));
  }

  @Test
  void keepsHoursForTwoWeeksAndDaysAsLongAsTheOperatorWants() {
    seen(NEW_YORK, 5, 1, 10);
    after(Duration.ofDays(14).plusHours(1));
    fixture.vault().maintenance().tidy();
    assertEquals(Map.of(), history(Span.HOUR));
    assertEquals(1, history(Span.DAY).size());

    fixture.vault().settings().change("admin", Map.of(SettingKey.TRAFFIC_RETENTION_DAYS, "14"));
    fixture.vault().maintenance().tidy();
    assertEquals(1, history(Span.DAY).size());
    after(Duration.ofDays(1));
    fixture.vault().maintenance().tidy();
    assertEquals(Map.of(), history(Span.DAY));
  }

  @Test
  void tellsWhereADeviceWasInTheLast24Hours() {
    seen(NEW_YORK, 7, 1, 1);
    after(Duration.ofHours(23));
    seen(BERLIN, 7, 1, 1);
    assertEquals(
        List.of(
            new Encounter(BERLIN, Instant.parse("2026-02-01T08:55:00Z"), true),
            new Encounter(NEW_YORK, Instant.parse("2026-01-31T09:55:00Z"), false)),
        traffic().encounters(kim, phone.id()));

    after(Duration.ofHours(1));
    assertEquals(1, traffic().encounters(kim, phone.id()).size());
  }

  @Test
  void saysNothingOfAnotherUsersDevice() {
    User sam = fixture.customer("sam@example.com");

    assertThrows(TrueVaultException.class, () -> traffic().usage(sam, phone.id(), Period.DAY));
    assertThrows(TrueVaultException.class, () -> traffic().encounters(sam, phone.id()));
    assertEquals(Map.of(), traffic().thisMonth(sam));
  }

  @Test
  void forgetsEverythingOfAUserWhoIsErased() {
    seen(NEW_YORK, 5, 1, 10);

    fixture.vault().departures().erase("admin", kim);
    fixture.vault().maintenance().deliver();

    assertEquals(Map.of(), history(Span.DAY));
    assertEquals(Map.of(), fixture.storage().traffic().handshakes(phone.id()));
  }

  private Map<Instant, Bytes> history(Span span) {
    return fixture.storage().traffic().history(phone.id(), span, Instant.EPOCH);
  }
}
