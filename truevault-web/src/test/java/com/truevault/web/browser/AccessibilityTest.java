package com.truevault.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.truevault.agent.PeerSighting;
import com.truevault.agent.Refusal;
import com.truevault.agent.RefusalKind;
import com.truevault.device.Device;
import com.truevault.health.Alarm;
import com.truevault.health.AlarmKind;
import com.truevault.health.Condition;
import com.truevault.health.HealthCheck;
import com.truevault.health.HealthKind;
import com.truevault.health.HealthStore;
import com.truevault.server.ServerKey;
import com.truevault.user.EmailAddress;
import com.truevault.wireguard.PublicKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page, at 360 and 1440 pixels, dark and light: no violation and nothing to scroll to. */
@Tag("slow")
class AccessibilityTest {
  private static final String EMAIL = "ann.whose.name.is.quite.remarkably.long@mail.example.com";
  private static final List<String> ADMIN_PAGES =
      List.of(
          "/admin",
          "/admin/users",
          "/admin/users?q=nobody",
          "/admin/servers",
          "/admin/servers/new",
          "/admin/servers/toronto",
          "/admin/servers/new_york",
          "/admin/servers/new_york/uptime",
          "/admin/uptime",
          "/admin/vips",
          "/admin/settings",
          "/admin/theme",
          "/admin/outbox",
          "/admin/audit",
          "/admin/audit?action=user.sign",
          "/admin/audit?action=theme.");
  private static final List<String> MONEY_PAGES =
      List.of(
          "/plan",
          "/plan/change",
          "/plan/change?plan=business&cycle=yearly",
          "/plan/cancel",
          "/plan/withdraw",
          "/plan/not-approved",
          "/demo/clock",
          "/dashboard");
  @TempDir Path directory;
  private final List<String> findings = new ArrayList<>();

  @Test
  void noPageHasAViolationAtAnyWidthInAnyScheme() {
    try (TestBrowser browser = TestBrowser.open();
        LiveHost host = LiveHost.start(directory)) {
      Page page = browser.page(1440);
      publicPages(host, page);
      customerPages(host, page);
      administratorPages(host, browser.page(1440));
    }
    assertEquals(List.of(), findings);
  }

  private void publicPages(LiveHost host, Page page) {
    for (String path :
        List.of(
            "/",
            "/sign-up",
            "/sign-in",
            "/forgot",
            "/forgot?sent=yes",
            "/reset?token=x",
            "/verify?token=x",
            "/status",
            "/nothing-here",
            "/demo/clock",
            "/demo/mail")) {
      visit(host, page, path);
    }
    page.navigate(host.url("/sign-up"));
    page.fill("[name=email]", EMAIL);
    page.fill("[name=password]", "short");
    page.click("main form.card button[type=submit]");
    examine(page, "a refused form");
  }

  private void customerPages(LiveHost host, Page page) {
    Visit visit = new Visit(host, page);
    visit.signUp(EMAIL);
    visit(host, page, "/demo/mail/1");
    visit.signIn(EMAIL);
    visit(host, page, "/dashboard");
    visit(host, page, "/devices");
    visit(host, page, "/plan");
    page.click("button[value=personal]");
    page.waitForSelector("button[value=approve]");
    examine(page, "the approve page");
    visit.approve();
    page.waitForSelector(".protection-good");
    examine(page, "a payment that arrived");
    for (String path : MONEY_PAGES) {
      visit(host, page, path);
    }
    visit(host, page, "/devices/new");
    visit.addDevice();
    examine(page, "a new device");
    visit(host, page, "/devices/" + device(host).id());
    reportOf(host, "new_york");
    reportOf(host, "toronto");
    visit(host, page, "/devices/" + device(host).id() + "?period=month");
    breakDown(host, "new_york");
    for (String path : List.of("/dashboard", "/devices", "/plan", "/sessions", "/profile")) {
      visit(host, page, path);
    }
    page.fill("#second-factor [name=factorPassword]", LiveHost.PASSWORD);
    page.click("#second-factor button[type=submit]");
    page.waitForSelector("[data-totp] canvas");
    examine(page, "setting up the second step");
    visit(host, page, "/devices/" + device(host).id());
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
    examine(page, "a device with everything open");
    visit(host, page, "/admin");
    visit(host, page, "/status");
  }

  private static void breakDown(LiveHost host, String server) {
    Instant now = host.clock().instant();
    ServerKey key = new ServerKey(server);
    HealthStore health = host.vault().storage().serverHealth();
    health.add(
        List.of(
            new HealthCheck(key, now, HealthKind.UP, Duration.ofMillis(9), "", false),
            new HealthCheck(key, now, HealthKind.BAD_ANSWER, null, "x".repeat(200), false),
            new HealthCheck(key, now.minusSeconds(90_000), HealthKind.UP, null, "", true)));
    health.put(List.of(new Condition(key, 2, now, now)));
    health.countHours(Instant.EPOCH);
    health.countDays(LocalDate.EPOCH);
    host.vault().storage().alarms().raise(Alarm.open(key, AlarmKind.OFFLINE, "no answer", now));
    host.vault()
        .health()
        .planned()
        .add("system", key, now.plusSeconds(9), now.plusSeconds(99), "x");
  }

  private static Device device(LiveHost host) {
    var user = host.vault().users().findByEmail(EmailAddress.of(EMAIL)).orElseThrow();
    return host.vault().devices().of(user).get(0);
  }

  private static void reportOf(LiveHost host, String server) {
    PublicKey key = device(host).publicKey();
    PeerSighting sighting = new PeerSighting(key, Duration.ofSeconds(9), 30_000_000, 900_000_000);
    host.report(server, 2, List.of(), null, sighting);
  }

  private void administratorPages(LiveHost host, Page page) {
    new Visit(host, page).signIn(LiveHost.ADMIN);
    page.navigate(host.url("/admin/servers/toronto"));
    page.click("#agent button.button");
    examine(page, "a token for an agent");
    host.report(
        "new_york",
        812,
        List.of(device(host).publicKey()),
        new Refusal(RefusalKind.SHRINKAGE, "808 of 812 peers would go", null));
    visit(host, page, "/admin/servers/new_york");
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
    examine(page, "an agent in trouble with everything open");
    ADMIN_PAGES.forEach(path -> visit(host, page, path));
    var user = host.vault().users().findByEmail(EmailAddress.of(EMAIL)).orElseThrow();
    visit(host, page, "/admin/users/" + user.publicId());
  }

  private void visit(LiveHost host, Page page, String path) {
    page.navigate(host.url(path));
    examine(page, path);
  }

  private void examine(Page page, String name) {
    for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      for (int width : List.of(360, 1440)) {
        page.setViewportSize(width, 900);
        note(page, name + ", " + width + " px, " + scheme);
      }
    }
  }

  private void note(Page page, String where) {
    for (Rule rule : new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()) {
      findings.add(where + ": " + rule.getId() + " " + rule.getNodes().get(0).getHtml());
    }
    int hidden =
        (Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
    boolean navigationCut =
        (Boolean)
            page.evaluate(
                "[...document.querySelectorAll('.site-nav')].some(n => n.scrollWidth >"
                    + " n.clientWidth + 1 || n.getBoundingClientRect().right > innerWidth)");
    if (navigationCut) {
      findings.add(where + ": the navigation is cut off");
    }
    if (hidden > 0) {
      findings.add(where + ": " + hidden + " px wider than the screen");
    }
  }
}
