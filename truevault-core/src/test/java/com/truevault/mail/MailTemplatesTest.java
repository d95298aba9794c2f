package com.truevault.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.TrueVaultException;
import com.truevault.mail.MailTemplates.Text;
import com.truevault.setting.SettingKey;
import com.truevault.store.PageRequest;
import com.truevault.testing.VaultFixture;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailTemplatesTest {
  private static final String BODY = "Hi {name}!\n\nGo:\n{link}\n";

  private final VaultFixture fixture = new VaultFixture();
  private final MailTemplates templates = fixture.vault().mailTemplates();

  private static MailWords welcome(String subject, String body) {
    return new MailWords("welcome", subject, body);
  }

  private List<String> acts() {
    return fixture.vault().audit().list("", new PageRequest(0, 50)).items().stream()
        .map(entry -> entry.action() + " " + entry.subject())
        .toList();
  }

  @Test
  void listsWhatAFreshInstallationSays() {
    List<Text> all = templates.list();

    assertTrue(all.size() >= 12, all.toString());
    for (Text text : all) {
      assertEquals(text.standard(), text.words());
      assertNull(text.changedAt());
      assertTrue(text.placeholders().containsAll(Set.of("site", "name", "link")));
    }
    assertEquals(
        Set.of("site", "name", "link", "headline", "lines"),
        templates.find("alarm").placeholders());
  }

  @Test
  void everyStandardTemplateKeepsTheRulesAndHasSamples() {
    for (Text text : templates.list()) {
      Mail mail = templates.preview("kim@example.com", text.standard());

      assertFalse(mail.subject().contains("{"), mail.subject());
      assertFalse(mail.text().contains("{"), mail.text());
      assertTrue(mail.html().contains("href=\"https://vpn.example.com/\""), mail.html());
      assertEquals(
          text.standard(), templates.change("admin", text.standard()).words(), "kept as it is");
    }
  }

  @Test
  void sendsWhatTheOperatorWrote() {
    Text changed = templates.change("admin", welcome("Hi from {site}", BODY));
    assertNotNull(changed.changedAt());
    fixture.customer("kim@example.com");

    Mail mail = fixture.mails().newestTo("kim@example.com").orElseThrow();
    assertEquals("Hi from TrueVault VPN", mail.subject());
    assertTrue(
        mail.text().startsWith("Hi Alex Example!\n\nGo:\nhttps://vpn.example.com/verify?token="),
        mail.text());
    assertTrue(mail.html().contains(">Go</a>"), mail.html());

    templates.reset("admin", "welcome");
    assertEquals(templates.find("welcome").standard(), templates.find("welcome").words());
    assertEquals(
        List.of("mail-template.reset welcome", "mail-template.changed welcome"),
        acts().stream().filter(act -> act.startsWith("mail-")).toList());
  }

  @Test
  void survivesARestart() {
    templates.change("admin", welcome("Hi from {site}", BODY));

    VaultFixture again = new VaultFixture(fixture.storage(), fixture);
    assertEquals("Hi from {site}", again.vault().mailTemplates().find("welcome").words().subject());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hello {password}|mail-subject-placeholder",
        "Hello {link}|mail-subject-placeholder",
        "Hello { name }|mail-subject-placeholder",
        "Hello\u0007x|text-invalid",
        "''|text-invalid"
      })
  void refusesASubjectThatCannotBeUsed(String subject, String code) {
    TrueVaultException refused =
        assertThrows(
            TrueVaultException.class, () -> templates.change("admin", welcome(subject, BODY)));

    assertEquals(code, refused.code());
    assertEquals(templates.find("welcome").standard(), templates.find("welcome").words());
  }

  @Test
  void refusesALineBreakInASubject() {
    for (String end : List.of("\n", "\r\n", "\r", "\u2028", "\u0085")) {
      TrueVaultException refused =
          assertThrows(
              TrueVaultException.class,
              () ->
                  templates.change("admin", welcome("Hi" + end + "Bcc: robin@example.com", BODY)));
      assertEquals("text-invalid", refused.code());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hello {user.password}|mail-body-placeholder",
        "Hello ${name}{{site}}{}|mail-body-placeholder",
        "Hello {name}|mail-body-link",
        "Click {link} now|mail-body-link",
        "''|mail-body-empty"
      })
  void refusesABodyThatCannotBeUsed(String body, String code) {
    TrueVaultException refused =
        assertThrows(
            TrueVaultException.class, () -> templates.change("admin", welcome("Hi", body)));

    assertEquals(code, refused.code(), refused.getMessage());
  }

  @Test
  void saysWhichPlaceholdersThereAre() {
    TrueVaultException refused =
        assertThrows(
            TrueVaultException.class,
            () -> templates.change("admin", welcome("Hi", "{nickname}\n{link}")));

    assertEquals(
        "body holds {nickname}; known here are {link}, {name}, {site}", refused.getMessage());
  }

  @Test
  void takesExpressionsForText() {
    String body = "${7*7} #{x} %s $1 \\u0041 <%= x %>\n{link}\n";
    TrueVaultException refused =
        assertThrows(
            TrueVaultException.class, () -> templates.preview("a@example.com", welcome("x", body)));
    assertEquals("mail-body-placeholder", refused.code());

    Mail mail =
        templates.preview("a@example.com", welcome("%s $1", "%s $1 \\u0041 <%= x %>\n{link}"));
    assertEquals("%s $1", mail.subject());
    assertTrue(mail.text().startsWith("%s $1 \\u0041 <%= x %>\n"), mail.text());
    assertTrue(mail.html().contains("%s $1 \\u0041 &lt;%= x %&gt;"), mail.html());
  }

  @Test
  void keepsValuesOfPeopleOutOfMarkupAndHeaders() {
    fixture
        .vault()
        .settings()
        .change("admin", Map.of(SettingKey.SITE_NAME, "<b>\"Tom\"</b> {link} & Co"));
    Mail mail = templates.preview("kim@example.com", welcome("Hi from {site}", BODY));

    assertEquals("Hi from <b>\"Tom\"</b> {link} & Co", mail.subject());
    assertFalse(mail.html().contains("<b>"), mail.html());
  }

  @Test
  void sendsASampleAtOnce() {
    templates.sendSample("kim@example.com", templates.find("test").words());

    Mail mail = fixture.mailed().newestTo("kim@example.com").orElseThrow();
    assertEquals("A test mail from TrueVault VPN", mail.subject());
  }

  @Test
  void knowsNoOtherTemplate() {
    for (String name : List.of("", "alarm.line", "open", "sample", "../welcome")) {
      TrueVaultException refused =
          assertThrows(TrueVaultException.class, () -> templates.find(name));
      assertEquals("mail-template-unknown", refused.code());
    }
  }
}
