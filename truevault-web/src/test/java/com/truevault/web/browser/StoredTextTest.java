package com.truevault.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.truevault.TrueVault;
import com.truevault.device.DeviceType;
import com.truevault.device.NewDevice;
import com.truevault.device.OperatingSystem;
import com.truevault.outbox.Message;
import com.truevault.outbox.MessageStore;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.setting.SettingKey;
import com.truevault.store.DataFile;
import com.truevault.user.EmailAddress;
import com.truevault.user.Session;
import com.truevault.user.SignIns;
import com.truevault.user.User;
import com.truevault.web.host.Eventually;
import com.truevault.wireguard.PublicKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever text is stored, a real browser shows it as text. */
@Tag("slow")
class StoredTextTest {
  private static final String EMAIL = "ann@example.com";
  private static final List<String> CORPUS =
      List.of(
          "<script>pwned=1</script>",
          "<img src=x onerror=pwned=1>",
          "\"><svg onload=pwned=1>",
          "' autofocus onfocus=pwned=1 x='",
          "javascript:pwned=1//",
          "${pwned=1}{{pwned=1}}",
          "</title><script>pwned=1</script>",
          "`;pwned=1;//");
  @TempDir Path directory;
  private final List<String> findings = new ArrayList<>();

  @Test
  void storedTextIsShownAsText() {
    try (TestBrowser browser = TestBrowser.open();
        LiveHost host = LiveHost.start(directory)) {
      Page customer = browser.page(1440);
      Page admin = browser.page(1440);
      listen(customer);
      listen(admin);
      Visit visit = new Visit(host, customer);
      visit.signUp(EMAIL);
      visit.signIn(EMAIL);
      visit.subscribe();
      new Visit(host, admin).signIn(LiveHost.ADMIN);
      CORPUS.forEach(text -> store(host, text));
      customerPages(host, customer);
      mailPages(host, customer);
      host.vault().subscriptions().cancel(user(host), String.join(" ", CORPUS));
      demandHarmless(host, customer, "/plan");
      for (String text : CORPUS) {
        host.vault().users().block("test", user(host), text);
        demandHarmless(host, admin, "/admin/users/" + user(host).publicId());
        assertTrue(admin.textContent("main").contains(text), text);
      }
      administratorPages(host, admin);
    }
    assertEquals(List.of(), findings);
  }

  private void customerPages(LiveHost host, Page page) {
    for (String path :
        List.of("/", "/dashboard", "/devices", "/devices/new", "/plan", "/sessions", "/profile")) {
      demandHarmless(host, page, path);
    }
    for (var device : host.vault().devices().of(user(host))) {
      demandHarmless(host, page, "/devices/" + device.id());
      assertTrue(CORPUS.contains(page.textContent("h1")), page.textContent("h1"));
    }
    page.navigate(host.url("/devices/new"));
    page.fill("[name=name]", "<b>typed</b><img src=x onerror=pwned=1>");
    page.click("[data-form] button[type=submit]:enabled");
    page.waitForSelector("[data-qr] canvas");
    note(page, "a device just added");
  }

  private void mailPages(LiveHost host, Page page) {
    int mails = host.mailbox().mails().size();
    assertTrue(
        host.mailbox().mails().stream().anyMatch(mail -> mail.text().contains(CORPUS.get(0))));
    demandHarmless(host, page, "/demo/mail");
    for (int number = 1; number <= mails; number++) {
      demandHarmless(host, page, "/demo/mail/" + number);
    }
  }

  private void administratorPages(LiveHost host, Page page) {
    for (String path :
        List.of(
            "/admin",
            "/admin/users",
            "/admin/servers",
            "/admin/servers/toronto",
            "/admin/vips",
            "/admin/settings",
            "/admin/theme",
            "/admin/audit",
            "/admin/outbox",
            "/status",
            "/admin/users?q=%22%3E%3Cscript%3Epwned%3D1%3C%2Fscript%3E",
            "/sign-in?next=javascript:pwned=1",
            "/sign-up?plan=%22%3E%3Csvg%20onload%3Dpwned%3D1%3E",
            "/reset?token=%22%3E%3Cimg%20src%3Dx%20onerror%3Dpwned%3D1%3E",
            "/devices?done=%3Cscript%3Epwned%3D1%3C%2Fscript%3E")) {
      demandHarmless(host, page, path);
    }
    demandHarmless(host, page, "/admin/users/" + user(host).publicId());
  }

  private static void store(LiveHost host, String text) {
    var vault = host.vault();
    User user = user(host);
    vault.users().rename(user, User.Name.of(text, text));
    byte[] key = new byte[32];
    key[0] = (byte) (CORPUS.indexOf(text) + 1);
    String base64 = Base64.getEncoder().encodeToString(key);
    vault
        .devices()
        .add(
            user,
            new NewDevice(
                text,
                DeviceType.MOBILE,
                OperatingSystem.IOS,
                new PublicKey(base64),
                new ServerKey("toronto")));
    String number = Integer.toString(CORPUS.indexOf(text));
    vault.vips().add("test", EmailAddress.of("vip" + number + "@example.net"), text);
    vault
        .settings()
        .change("test", Map.of(SettingKey.SITE_NAME, text, SettingKey.SITE_TAGLINE, text));
    Server before = vault.servers().require(new ServerKey("toronto"));
    vault
        .servers()
        .change(
            "test",
            new Server(
                before.key(),
                new Server.Label(text, text, "", 0),
                before.endpoint(),
                before.publicKey(),
                before.access(),
                before.state(),
                new Server.Location(text, text, ""),
                new Server.Hosting(text, null)));
    vault.users().block("test", user(host), text);
    vault.users().unblock("test", user(host));
    vault
        .signIns()
        .signIn(
            new SignIns.Attempt(
                user.email(), LiveHost.PASSWORD, "", Session.Origin.of("192.0.2.7", text)));
    giveUp(vault, text);
    mail(host, text);
  }

  /** A dead message whose words somebody typed. */
  private static void giveUp(TrueVault vault, String text) {
    MessageStore messages = vault.storage().messages();
    String id = "dead" + CORPUS.indexOf(text);
    vault
        .storage()
        .transactions()
        .run(
            DataFile.USERS,
            () -> {
              messages.add(
                  DataFile.USERS, new Message(id, text, text, Map.of("a", text), Instant.EPOCH));
              messages.dead(DataFile.USERS, id, text);
            });
  }

  /** A mail that greets by that name. */
  private static void mail(LiveHost host, String text) {
    // Three such mails an hour are all that an address gets.
    host.clock().advance(Duration.ofHours(1));
    host.vault().passwords().forgot(EmailAddress.of(EMAIL));
    host.vault().maintenance().deliver();
    Eventually.found(
        "a mail with " + text,
        () ->
            host.mailbox().mails().stream().filter(mail -> mail.text().contains(text)).findFirst());
  }

  private void demandHarmless(LiveHost host, Page page, String path) {
    page.navigate(host.url(path));
    note(page, path);
  }

  private void note(Page page, String where) {
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
    boolean harmed = (Boolean) page.evaluate("typeof pwned !== 'undefined'");
    boolean injected =
        (Boolean)
            page.evaluate(
                "document.querySelector('img, svg[onload], script:not([src]), [onfocus],"
                    + " [onerror], main b') !== null");
    if (harmed || injected) {
      findings.add(where);
    }
  }

  private void listen(Page page) {
    page.onDialog(dialog -> findings.add("a dialog on " + page.url()));
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            findings.add("a breach of the policy on " + page.url() + ": " + message.text());
          }
        });
  }

  private static User user(LiveHost host) {
    return host.vault().users().findByEmail(EmailAddress.of(EMAIL)).orElseThrow();
  }
}
