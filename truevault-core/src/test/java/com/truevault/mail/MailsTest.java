package com.truevault.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.ErrorKind;
import com.truevault.TrueVault;
import com.truevault.TrueVaultException;
import com.truevault.outbox.Message;
import com.truevault.setting.SettingKey;
import com.truevault.store.DataFile;
import com.truevault.testing.VaultFixture;
import com.truevault.user.Registration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailsTest {
  private final VaultFixture fixture = new VaultFixture();

  @Test
  void greetsByNameAndLinksToTheConfiguredAddress() {
    fixture.customer("kim@example.com");

    Mail mail = fixture.mails().newestTo("kim@example.com").orElseThrow();
    assertEquals("Welcome to TrueVault VPN: please confirm your e-mail address", mail.subject());
    assertTrue(mail.text().startsWith("Hello Alex Example,\n"), mail.text());
    assertTrue(mail.text().contains("\nhttps://vpn.example.com/verify?token="), mail.text());
  }

  @Test
  void carriesTheNameOfTheSiteAsItIsNow() {
    fixture.vault().settings().change("admin", Map.of(SettingKey.SITE_NAME, "O'Hare's {0} VPN"));
    fixture.customer("kim@example.com");

    assertTrue(
        fixture
            .mails()
            .newestTo("kim@example.com")
            .orElseThrow()
            .subject()
            .startsWith("Welcome to O'Hare's {0} VPN:"));
  }

  @Test
  void takesWhatPeopleTypeForText() {
    fixture
        .vault()
        .users()
        .register(Registration.of("kim@example.com", VaultFixture.PASSWORD, "{2} '{0}'", "${x}"));

    String text = fixture.mails().newestTo("kim@example.com").orElseThrow().text();
    assertTrue(text.startsWith("Hello {2} '{0}' ${x},"), text);
  }

  @Test
  void restsSealedUntilItCanBeSentAndArrivesThen() {
    List<String> tried = new java.util.ArrayList<>();
    TrueVault offline =
        fixture.vault(
            mail -> {
              tried.add(mail.to());
              throw new TrueVaultException(ErrorKind.UNAVAILABLE, "mail-down", "no carrier");
            });
    offline
        .users()
        .register(Registration.of("kim@example.com", VaultFixture.PASSWORD, "Kim", "Example"));
    assertEquals(List.of(), tried, "nobody waits for a mail server");
    offline.maintenance().deliver();
    assertEquals(List.of("kim@example.com"), tried);

    fixture.clock().advance(Duration.ofSeconds(1));
    Message waiting =
        fixture.storage().messages().due(DataFile.USERS, fixture.clock().instant(), 1).get(0);
    assertEquals("mail", waiting.topic());
    String atRest = waiting.toString();
    assertFalse(atRest.contains("kim@example.com"), atRest);
    assertFalse(atRest.contains("Hello"), atRest);
    assertFalse(atRest.contains("token="), atRest);

    assertEquals(1, fixture.vault().maintenance().deliver());
    assertTrue(fixture.mails().newestTo("kim@example.com").isPresent());
  }

  @Test
  void refusesLineBreaksThatWouldAddAHeader() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Mail("kim@example.com\r\nBcc: robin@example.com", "Hello", "text"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Mail("kim@example.com", "Hello\nBcc: robin@example.com", "text"));
  }

  @Test
  void printsNeitherAddressNorText() {
    assertEquals("Mail[subject=Hello]", new Mail("kim@example.com", "Hello", "secret").toString());
  }
}
