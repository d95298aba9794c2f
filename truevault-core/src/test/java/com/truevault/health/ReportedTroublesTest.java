package com.truevault.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.truevault.agent.AgentReport;
import com.truevault.agent.AgentReports;
import com.truevault.agent.Refusal;
import com.truevault.agent.RefusalKind;
import com.truevault.agent.ReportFixture;
import com.truevault.device.Device;
import com.truevault.health.DeliveryWatch.Trouble;
import com.truevault.server.Server;
import com.truevault.server.ServerFixture;
import com.truevault.server.ServerKey;
import com.truevault.testing.VaultFixture;
import com.truevault.user.Plan;
import com.truevault.wireguard.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportedTroublesTest {
  private static final ServerKey NEW_YORK = ServerFixture.NEW_YORK.key();
  private static final Refusal SHRINKS = new Refusal(RefusalKind.SHRINKAGE, "7 of 8 go", null);

  private final VaultFixture fixture = new VaultFixture();
  private final AgentReports reports = fixture.vault().agentReports();
  private final ReportedTroubles troubles =
      new ReportedTroubles(reports, fixture.storage().servers(), fixture.clock());

  @BeforeEach
  void enrol() {
    fixture.server(ServerFixture.NEW_YORK);
    String token = fixture.vault().agents().invite("ada", NEW_YORK).token();
    fixture.vault().agents().enrol(token, "1.0");
    fixture.vault().peerLists().publish();
  }

  private void report(
      List<PublicKey> missing, List<PublicKey> strangers, @Nullable Refusal refusal) {
    fixture.vault().peerLists().publish();
    var version = fixture.vault().peerLists().current(NEW_YORK).orElseThrow().version();
    AgentReport r = ReportFixture.applied(version, missing, strangers);
    reports.receive(
        NEW_YORK,
        new AgentReport(
            r.software(),
            r.applied(),
            r.appliedAt(),
            r.presence(),
            r.node(),
            refusal,
            r.sightings()));
  }

  private List<AlarmKind> kinds() {
    return troubles.troubles().stream().map(Trouble::kind).toList();
  }

  @Test
  void areNoneWhileKernelAndListAgree() {
    report(List.of(), List.of(), null);

    assertEquals(List.of(), troubles.troubles());
    assertEquals(Map.of(NEW_YORK, fixture.clock().instant()), troubles.lastReports());
  }

  @Test
  void nameWhoIsOffOrOnWronglyAndWhatIsRefused() {
    var kim = fixture.subscriber("kim@example.com", Plan.FAMILY);
    Device paid = fixture.device(kim, "Phone", 1);
    Device removed = fixture.device(kim, "Tablet", 2);
    fixture.vault().devices().remove(kim, removed.id());

    report(List.of(paid.publicKey()), List.of(removed.publicKey()), SHRINKS);

    assertEquals(
        List.of(
            new Trouble(NEW_YORK, AlarmKind.PAID_BUT_OFF, "1, such as " + paid.publicKey()),
            new Trouble(NEW_YORK, AlarmKind.REFUSED, "SHRINKAGE: 7 of 8 go"),
            new Trouble(NEW_YORK, AlarmKind.UNPAID_BUT_ON, "1, such as " + removed.publicKey())),
        troubles.troubles());
  }

  @Test
  void callAnAgentLateThatIsSilent() {
    report(List.of(), List.of(), null);
    fixture.clock().advance(Duration.ofMinutes(3));

    assertEquals(List.of(AlarmKind.LAGGING), kinds());
  }

  @Test
  void watchThatNobodyStaysOnAServerThatIsOutOfUse() {
    var kim = fixture.subscriber("kim@example.com", Plan.FAMILY);
    Device phone = fixture.device(kim, "Phone", 1);
    report(List.of(), List.of(), null);
    Server before = ServerFixture.NEW_YORK;
    fixture
        .vault()
        .servers()
        .change(
            "ada",
            new Server(
                before.key(),
                before.label(),
                before.endpoint(),
                before.publicKey(),
                before.access(),
                new Server.State(false, false, null),
                before.location(),
                before.hosting()));

    report(List.of(), List.of(phone.publicKey()), SHRINKS);
    fixture.clock().advance(Duration.ofHours(1));

    assertEquals(List.of(AlarmKind.REFUSED, AlarmKind.UNPAID_BUT_ON), kinds());
  }
}
