package com.truevault.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.TrueVault;
import com.truevault.mail.Mail;
import com.truevault.secret.MasterKey;
import com.truevault.secret.RandomIds;
import com.truevault.setting.SettingKey;
import com.truevault.testing.InMemoryStorage;
import com.truevault.testing.RecordingMailSender;
import com.truevault.testing.SettableClock;
import com.truevault.testing.SimulatedGateway;
import com.truevault.testing.VaultFixture;
import com.truevault.user.PasswordHasher.Cost;
import com.truevault.user.Registration;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeliveryMailsTest {
  private final SettableClock clock = new SettableClock(VaultFixture.START);
  private final RecordingMailSender mails = new RecordingMailSender();
  private final TrueVault vault =
      TrueVault.builder()
          .storage(new InMemoryStorage())
          .payments(
              new SimulatedGateway(
                  new RandomIds(new SecureRandom()), clock, "https://pay.example.com/"))
          .mail(mails)
          .masterKeys(new MasterKey("k1", new byte[32]))
          .clock(clock)
          .webhooks(new ScriptedReader())
          .baseUrl("https://vpn.example.com")
          .passwordCost(new Cost(8, 1))
          .build();

  private List<Mail> alarm(String event) {
    vault
        .webhookInbox()
        .receive(
            Map.of(),
            ("genuine " + event + " PLAN.CHANGED - - -").getBytes(StandardCharsets.UTF_8));
    vault.webhookInbox().work(clock.instant());
    vault.maintenance().deliver();
    return mails.mails().stream()
        .filter(mail -> mail.subject().contains("PLAN.CHANGED needs to be looked at"))
        .toList();
  }

  @Test
  void tellEveryAdministratorUnlessThereIsAnAddressForAlarms() {
    for (String name : List.of("ann", "bob")) {
      vault
          .users()
          .registerAdministrator(
              Registration.of(name + "@example.com", VaultFixture.PASSWORD, name, "Admin"));
    }
    List<Mail> both = alarm("e-1");
    assertEquals(2, both.size());
    String text = both.get(0).text();
    assertTrue(text.contains("https://vpn.example.com/admin/money/webhooks"), text);
    assertTrue(text.contains("t-e-1"), text);
    vault.settings().change("admin", Map.of(SettingKey.ALARM_EMAIL, "pager@example.com"));
    assertEquals(3, alarm("e-2").size());
    assertTrue(mails.newestTo("pager@example.com").isPresent());
  }

  @Test
  void nothingIsTakenInWithoutAReader() {
    TrueVault bare = new VaultFixture().vault();
    WebhookReader.Verdict verdict = bare.webhookInbox().receive(Map.of(), new byte[0]);
    assertEquals(WebhookReader.Outcome.UNDECIDED, verdict.outcome());
    assertEquals("webhooks-not-configured", verdict.reason());
  }
}
