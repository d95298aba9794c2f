package com.truevault.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.health.DeliveryWatch.Trouble;
import com.truevault.mail.Mail;
import com.truevault.server.ServerFixture;
import com.truevault.server.ServerKey;
import com.truevault.setting.SettingKey;
import com.truevault.testing.VaultFixture;
import com.truevault.user.Registration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlarmMailsTest {
  private static final ServerKey NEW_YORK = ServerFixture.NEW_YORK.key();
  private static final ServerKey BERLIN = ServerFixture.BERLIN.key();

  private final VaultFixture fixture = new VaultFixture();
  private final HealthFixture health = new HealthFixture(fixture);

  @BeforeEach
  void addServersAndAdministrators() {
    fixture.server(ServerFixture.NEW_YORK);
    fixture.server(ServerFixture.BERLIN);
    for (String name : List.of("ann", "bob")) {
      fixture
          .vault()
          .users()
          .registerAdministrator(
              Registration.of(name + "@example.com", VaultFixture.PASSWORD, name, "Admin"));
    }
    fixture.customer("kim@example.com");
    fixture.mails();
    health.report(NEW_YORK);
    health.report(BERLIN);
  }

  private List<Mail> about(String words) {
    return fixture.mails().mails().stream().filter(m -> m.subject().contains(words)).toList();
  }

  private void fail(ServerKey... servers) {
    for (ServerKey server : servers) {
      health.script(server, HealthKind.NO_ANSWER);
    }
    health.round();
    health.round();
  }

  @Test
  void tellsEveryAdministratorOnceWhatIsDownAndSinceWhen() {
    fail(NEW_YORK);
    health.round();
    health.round();

    List<Mail> mails = about("new york is down");
    assertEquals(List.of("ann@example.com", "bob@example.com"), addresses(mails));
    assertEquals("TrueVault VPN: new york is down", mails.get(0).subject());
    String text = mails.get(0).text();
    assertTrue(text.contains("new york is down (since 31 Jan 2026, 10:05 UTC): seen"), text);
    assertTrue(text.contains("\nhttps://vpn.example.com/admin/servers/new_york#health\n"), text);
  }

  @Test
  void tellsOfTheRecoveryWithItsDuration() {
    fail(NEW_YORK);
    health.script(NEW_YORK, HealthKind.UP);
    fixture.clock().advance(Duration.ofHours(2));
    health.round();

    List<Mail> mails = about("new york is up again");
    assertEquals(2, mails.size());
    assertTrue(mails.get(0).text().contains("is up again, after 2 h 10 min"), mails.get(0).text());
  }

  @Test
  void writesOneMailForAllThatFailsAtTheSameTime() {
    fail(NEW_YORK, BERLIN);

    List<Mail> mails = about("2 alarms about servers");
    assertEquals(2, mails.size());
    assertTrue(mails.get(0).text().contains("new york is down"));
    assertTrue(mails.get(0).text().contains("berlin is down"));
    assertEquals(List.of(), about("is down"));
  }

  @Test
  void writesToTheAddressOfTheSettingsAlone() {
    fixture.vault().settings().change("admin", Map.of(SettingKey.ALARM_EMAIL, "pager@example.com"));

    fail(NEW_YORK);

    assertEquals(List.of("pager@example.com"), addresses(about("is down")));
  }

  @Test
  void raisesWhatTheWatchSeesAndClearsItWhenItIsOver() {
    health.watch(new Trouble(NEW_YORK, AlarmKind.LAGGING, "2 min behind"));
    health.round();
    assertEquals(2, about("new york has not applied its newest list").size());

    health.round();
    assertEquals(2, about("new york has not applied its newest list").size());

    health.watch();
    health.round();
    assertEquals(0, about("new york has applied its newest list").size(), "may be back");
    health.round();
    assertEquals(2, about("new york has applied its newest list").size());
  }

  @Test
  void letsAgentsComeBackAfterARestartBeforeItCallsThemLate() {
    health.watch(new Trouble(NEW_YORK, AlarmKind.LAGGING, "no report"));
    health.pass(Duration.ofMinutes(2));
    assertEquals(List.of(), health.health().alarms().open());

    health.pass(Duration.ofMinutes(1));
    assertEquals(1, health.health().alarms().open().size());

    health.restarted();
    health.pass(Duration.ofMinutes(1));
    assertEquals(1, health.health().alarms().open().size(), "what was raised stays raised");
  }

  @Test
  void wantsToSeeTwiceThatSomebodyIsInOrOutWrongly() {
    Trouble paid = new Trouble(NEW_YORK, AlarmKind.PAID_BUT_OFF, "1 peer is missing");
    health.watch(paid);
    health.round();
    health.watch();
    health.round();
    health.watch(paid);
    health.round();
    assertEquals(List.of(), health.health().alarms().open());

    health.round();
    assertEquals(2, about("Somebody entitled is not let in by new york").size());
  }

  @Test
  void saysNothingDuringPlannedMaintenance() {
    health
        .health()
        .planned()
        .add(
            "admin",
            NEW_YORK,
            VaultFixture.START,
            VaultFixture.START.plus(Duration.ofHours(1)),
            "new disks");
    health.watch(new Trouble(NEW_YORK, AlarmKind.REFUSED, "shrinkage"));

    fail(NEW_YORK);

    assertEquals(List.of(), health.health().alarms().open());
    assertEquals(List.of(), about("new york"));
  }

  private static List<String> addresses(List<Mail> mails) {
    return mails.stream().map(Mail::to).sorted().toList();
  }
}
