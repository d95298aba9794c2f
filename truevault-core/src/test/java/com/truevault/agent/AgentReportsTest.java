package com.truevault.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.agent.Delivery.Differences;
import com.truevault.device.Device;
import com.truevault.device.DeviceFixture;
import com.truevault.peer.ListVersion;
import com.truevault.peer.PeerList;
import com.truevault.server.ServerFixture;
import com.truevault.server.ServerKey;
import com.truevault.testing.VaultFixture;
import com.truevault.user.Plan;
import com.truevault.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgentReportsTest {
  private static final ServerKey NEW_YORK = ServerFixture.NEW_YORK.key();

  private final VaultFixture fixture = new VaultFixture();
  private final AgentReports reports = fixture.vault().agentReports();

  @BeforeEach
  void enrol() {
    fixture.server(ServerFixture.NEW_YORK);
    String token = fixture.vault().agents().invite("ada", NEW_YORK).token();
    fixture.vault().agents().enrol(token, "1.0");
    fixture.vault().peerLists().publish();
  }

  private Instant now() {
    return fixture.clock().instant();
  }

  private PeerList published() {
    fixture.vault().peerLists().publish();
    return fixture.vault().peerLists().current(NEW_YORK).orElseThrow();
  }

  private Delivery delivery() {
    return reports.delivery(NEW_YORK);
  }

  private void reportsApplied(@Nullable ListVersion version) {
    reports.receive(NEW_YORK, ReportFixture.applied(version, List.of(), List.of()));
  }

  @Test
  void saysWhatIsWantedAndWhatIsThereAndHowOldThatIs() {
    assertNull(delivery().report());
    assertNull(delivery().age(now()));

    reportsApplied(published().version());
    fixture.clock().advance(Duration.ofSeconds(3));

    Delivery delivery = delivery();
    assertEquals(Duration.ofSeconds(3), delivery.age(now()));
    assertEquals(9, Objects.requireNonNull(delivery.report()).report().presence().present());
    assertEquals(published().version(), Objects.requireNonNull(delivery.list()).version());
    assertEquals(1, delivery.list().peers());
    assertEquals(Differences.NONE, delivery.differences());
    assertFalse(delivery.isLagging(now()));
    assertEquals(List.of(delivery.report()), reports.all());
  }

  @Test
  void callsAnAgentLateThatHasNotAppliedANewerListForAMinute() {
    reportsApplied(published().version());
    fixture.device(fixture.subscriber("kim@example.com", Plan.FAMILY), "Phone", 1);
    ListVersion newer = published().version();

    fixture.clock().advance(Duration.ofSeconds(60));
    assertFalse(delivery().isLagging(now()));
    fixture.clock().advance(Duration.ofMillis(1));
    assertTrue(delivery().isLagging(now()));

    reportsApplied(newer);
    assertFalse(delivery().isLagging(now()));
  }

  @Test
  void callsAnAgentSilentThatMissesTwoReports() {
    reportsApplied(published().version());
    fixture.clock().advance(Delivery.SILENT);
    assertFalse(delivery().isSilent(now()));

    fixture.clock().advance(Duration.ofMillis(1));
    assertTrue(delivery().isSilent(now()));
    assertTrue(delivery().isLagging(now()));
  }

  @Test
  void waitsForTheFirstReportOfAnAgentThatJoinedAnew() {
    reportsApplied(published().version());
    fixture.clock().advance(Duration.ofDays(3));
    String token = fixture.vault().agents().invite("ada", NEW_YORK).token();
    fixture.vault().agents().enrol(token, "1.0");

    assertFalse(delivery().isSilent(now()));
    fixture.vault().agents().revoke("ada", NEW_YORK);
    fixture.clock().advance(Duration.ofDays(3));
    assertFalse(delivery().isSilent(now()), "nobody is there to report");
  }

  @Test
  void tellsPaidButOffFromUnpaidButOnFromForeign() {
    User kim = fixture.subscriber("kim@example.com", Plan.FAMILY);
    Device phone = fixture.device(kim, "Phone", 1);
    Device off = fixture.device(kim, "Laptop", 2);
    fixture
        .vault()
        .devices()
        .change(kim, off.id(), com.truevault.device.DeviceChange.toEnabled(false));
    Device removed = fixture.device(kim, "Tablet", 3);
    fixture.vault().devices().remove(kim, removed.id());
    var foreign = DeviceFixture.key(99);

    reports.receive(
        NEW_YORK,
        ReportFixture.applied(
            published().version(),
            List.of(phone.publicKey(), off.publicKey()),
            List.of(off.publicKey(), removed.publicKey(), foreign)));

    assertEquals(
        new Differences(
            List.of(phone.publicKey()),
            List.of(off.publicKey(), removed.publicKey()),
            List.of(foreign)),
        delivery().differences());
  }

  @Test
  void tellsOfEachOfManyDevicesWhereItIs() {
    User user = fixture.subscriber("ann@example.com", Plan.BUSINESS);
    for (int key = 40; key < 50; key++) {
      fixture.device(user, "Device " + key, key);
    }
    reportsApplied(published().version());

    for (int key = 40; key < 50; key++) {
      assertEquals(
          Map.of(NEW_YORK, true), fixture.vault().agentReports().holders(DeviceFixture.key(key)));
    }
    assertEquals(Map.of(), fixture.vault().agentReports().holders(DeviceFixture.key(99)));
  }

  @Test
  void usesAConfirmationUpWhenItsListIsApplied() {
    fixture.vault().peerLists().confirmShrinkage("ada", NEW_YORK, published().version());
    assertEquals("ada", Objects.requireNonNull(published().confirmed()).by());

    reportsApplied(published().version());

    assertNull(published().confirmed());
  }
}
