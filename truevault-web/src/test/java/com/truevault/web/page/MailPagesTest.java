package com.truevault.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.mail.Mail;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailPagesTest {
  private static final String EDITOR = "/admin/mails/welcome";
  private final Visits visits = new Visits();
  private final String token = visits.token(visits.administrator());

  @AfterEach
  void close() {
    visits.close();
  }

  private HttpResponse<String> save(String path, String subject, String body) {
    return visits.post(
        path,
        token,
        "subject="
            + URLEncoder.encode(subject, StandardCharsets.UTF_8)
            + "&body="
            + URLEncoder.encode(body, StandardCharsets.UTF_8));
  }

  @Test
  void anAdministratorChangesTheWordsOfAMailAndPutsThemBack() {
    assertTrue(visits.get("/admin/mails", token).contains("href=\"" + EDITOR + "\""));
    String page = visits.get(EDITOR, token);
    assertTrue(page.contains("<code>{link} {name} {site}</code>"), page);
    assertTrue(page.contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\""), page);
    assertFalse(page.contains(EDITOR + "/reset"), page);

    // As browsers send the lines of a text area.
    assertEquals(303, save(EDITOR, "Hi from {site}", "Hi {name}\r\n{link}\r\n").statusCode());
    visits.customer("ann@example.com");
    visits.host().vault().maintenance().deliver();
    Mail mail = visits.host().mailbox().newestTo("ann@example.com").orElseThrow();
    assertEquals("Hi from TrueVault VPN", mail.subject());
    assertTrue(mail.text().startsWith("Hi Ann Sample\nhttp"), mail.text());

    String changed = visits.get(EDITOR, token);
    assertTrue(changed.contains("Hi from {site}"), changed);
    assertTrue(changed.contains(EDITOR + "/reset"), changed);
    assertEquals(303, visits.post(EDITOR + "/reset", token, "").statusCode());
    assertFalse(visits.get(EDITOR, token).contains("Hi from {site}"));
  }

  @Test
  void showsWhatIsWrongAtItsField() {
    var refused = save(EDITOR, "Hi {password}", "{link}");
    assertEquals(400, refused.statusCode());
    assertTrue(refused.body().contains("f-subject-error"), refused.body());
    assertTrue(refused.body().contains("Subject holds {password}; known here are {name}, {site}"));

    var lost = save(EDITOR, "Hi", "no link <script>");
    assertTrue(lost.body().contains("f-body-error"), lost.body());
    assertFalse(lost.body().contains("<script>"), lost.body());
  }

  @Test
  void previewsInAFrameThatIsCutOffFromTheSite() {
    var kept = visits.response(EDITOR + "/preview", token);
    String policy = kept.headers().firstValue("Content-Security-Policy").orElse("");
    assertTrue(policy.contains("sandbox allow-popups allow-popups-to-escape-sandbox"), policy);
    assertTrue(policy.contains("frame-ancestors 'self'"), policy);
    assertTrue(policy.contains("default-src 'none'"), policy);
    assertFalse(policy.contains("script-src"), policy);
    assertTrue(kept.body().contains(">Confirm address</a>"), kept.body());

    var typed = save(EDITOR + "/preview", "Hi", "<img src=x>\n\nGo:\n{link}");
    assertEquals(200, typed.statusCode());
    assertTrue(typed.body().contains("&lt;img src=x&gt;"), typed.body());
    assertTrue(typed.body().contains(">Go</a>"), typed.body());
    assertFalse(visits.get(EDITOR, token).contains("&lt;img"), "nothing was saved");

    var refused = save(EDITOR + "/preview", "Hi", "{nickname}\n{link}");
    assertEquals(400, refused.statusCode());
    assertTrue(refused.body().contains("body holds {nickname}"), refused.body());
  }

  @Test
  void sendsSamplesToTheOneWhoAsks() {
    assertEquals(303, visits.post(EDITOR + "/sample", token, "").statusCode());
    Mail sample = visits.host().mailbox().newestTo("admin@example.com").orElseThrow();
    assertTrue(sample.subject().startsWith("Welcome to TrueVault VPN"), sample.subject());

    assertEquals(303, visits.post("/admin/settings/test-mail", token, "").statusCode());
    assertEquals(
        "A test mail from TrueVault VPN",
        visits.host().mailbox().newestTo("admin@example.com").orElseThrow().subject());
  }

  @Test
  void theMailboxOfTheDemoShowsBothFormsOfAMail() {
    visits.customer("ann@example.com");
    visits.host().vault().maintenance().deliver();
    String list = visits.get("/demo/mail", token);
    String path = list.replaceAll("(?s).*?href=\"(/demo/mail/\\d+)\".*", "$1");

    String page = visits.get(path, token);
    assertTrue(page.contains("src=\"" + path + "/html\" sandbox="), page);
    var html = visits.response(path + "/html", token);
    assertTrue(html.body().contains(">Confirm address</a>"), html.body());
    assertTrue(html.headers().firstValue("Content-Security-Policy").orElse("").contains("sandbox"));
  }
}
