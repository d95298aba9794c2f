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
import com.truevault.theme.ThemeKey;
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
    fixture.vault().settings().change("admin", Map.of(SettingKey.SITE_NAME, "O'Hare's {name} VPN"));
    fixture.customer("kim@example.com");

    assertTrue(
        fixture
            .mails()
            .newestTo("kim@example.com")
            .orElseThrow()
            .subject()
            .startsWith("Welcome to O'Hare's {name} VPN:"));
  }

  @Test
  void takesWhatPeopleTypeForText() {
    fixture
        .vault()
        .users()
        .register(
            Registration.of("kim@example.com", VaultFixture.PASSWORD, "{link} '{site}'", "$1"));

    String text = fixture.mails().newestTo("kim@example.com").orElseThrow().text();
    assertTrue(text.startsWith("Hello {link} '{site}' $1,"), text);
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
  void carriesTheSameIdHoweverOftenItIsTried() {
    List<String> tried = new java.util.ArrayList<>();
    TrueVault flaky =
        fixture.vault(
            mail -> {
              tried.add(mail.id());
              if (tried.size() < 3) {
                throw new TrueVaultException(ErrorKind.UNAVAILABLE, "mail-down", "no carrier");
              }
            });
    fixture.customer("kim@example.com");
    for (int round = 0; round < 3; round++) {
      flaky.maintenance().deliver();
      fixture.clock().advance(Duration.ofMinutes(1));
    }
    assertEquals(3, tried.size());
    assertEquals(1, java.util.Set.copyOf(tried).size(), tried.toString());
  }

  @Test
  void saysTheSameInHtmlInTheColoursOfTheSite() {
    fixture.vault().themes().change("admin", Map.of(ThemeKey.PRIMARY_COLOR, "#123456"));
    fixture.customer("kim@example.com");

    Mail mail = fixture.mails().newestTo("kim@example.com").orElseThrow();
    String link = mail.text().lines().filter(l -> l.startsWith("https://")).findFirst().orElse("");
    assertTrue(mail.html().contains("<a href=\"" + link + "\""), mail.html());
    assertTrue(mail.html().contains("background:#123456;color:#ffffff;"), mail.html());
    assertTrue(mail.html().contains(">Confirm address</a>"), mail.html());
  }

  @Test
  void refusesLineBreaksThatWouldAddAHeader() {
    String broken = "kim@example.com\r\nBcc: robin@example.com";
    assertThrows(IllegalArgumentException.class, () -> new Mail("m1", broken, "Hello", "", ""));
    assertThrows(
        IllegalArgumentException.class, () -> new Mail("m1", "kim@example.com", broken, "", ""));
    assertThrows(
        IllegalArgumentException.class, () -> new Mail(broken, "kim@example.com", "Hello", "", ""));
  }

  @Test
  void printsNeitherAddressNorText() {
    Mail mail = new Mail("m1", "kim@example.com", "Hello", "secret", "<p>secret");
    assertEquals("Mail[subject=Hello]", mail.toString());
  }
}
