package com.truevault.web.page;

import com.truevault.health.MaintenanceWindow;
import com.truevault.mail.Mail;
import com.truevault.server.ServerKey;
import com.truevault.setting.SettingKey;
import com.truevault.web.page.admin.AgentCard;
import com.truevault.web.page.admin.AuditPage;
import com.truevault.web.page.admin.DeliveryState;
import com.truevault.web.page.admin.MailTemplatePage;
import com.truevault.web.page.admin.MailsPage;
import com.truevault.web.page.admin.OutboxPage;
import com.truevault.web.page.admin.OverviewPage;
import com.truevault.web.page.admin.ServerHealth;
import com.truevault.web.page.admin.ServerPage;
import com.truevault.web.page.admin.ServersPage;
import com.truevault.web.page.admin.SettingInput;
import com.truevault.web.page.admin.SettingsPage;
import com.truevault.web.page.admin.SignUpChart;
import com.truevault.web.page.admin.ThemePage;
import com.truevault.web.page.admin.UptimePage;
import com.truevault.web.page.admin.UserPage;
import com.truevault.web.page.admin.UsersPage;
import com.truevault.web.page.admin.VipsPage;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The administrator's pages among the samples. */
final class AdminSamplePages {
  private static final Instant NOW = SamplePages.NOW;
  private final SamplePages pages;
  private final String typed;

  AdminSamplePages(SamplePages pages, String typed) {
    this.pages = pages;
    this.typed = typed;
  }

  void addTo(Map<String, SamplePages.Sample> to) {
    var user =
        new UsersPage.Line(
            "u1", "ann@example.com", typed, true, "Family", new Badge(Tone.GOOD, "Active"), NOW);
    pages.put(
        to,
        Area.ADMIN,
        "/admin",
        "admin/overview",
        new OverviewPage(
            List.of(new OverviewPage.Alert(Tone.WARN, typed, "See the pool", "/admin/settings")),
            List.of(new OverviewPage.Task(typed, "Add a server", "/admin/servers/new")),
            List.of(
                new OverviewPage.Tile("users", "Users", "1,204", "", "/admin/users"),
                new OverviewPage.Tile("server", "Servers", "4", typed, "/admin/servers")),
            new SignUpChart(
                List.of(
                    new SignUpChart.Bar("21 Nov", 0, 0, 0),
                    new SignUpChart.Bar("22 Nov", 3, 20, 116)),
                false),
            List.of(new OverviewPage.Share("Family", "3", 3, 10, "")),
            List.of(new OverviewPage.Share(typed, "7", 7, 10, "/admin/servers/toronto")),
            new OverviewPage.Share("Address pool", "7 of 10", 7, 10, "")));
    pages.put(
        to,
        Area.ADMIN,
        "/admin/users",
        "admin/users",
        new UsersPage(typed, List.of(user), "/admin/users?cursor=x"));
    pages.put(
        to,
        Area.ADMIN,
        "/admin/users/u1",
        "admin/user",
        new UserPage(
            user,
            List.of(new UserPage.Fact("Status", "active"), new UserPage.Fact("Joined", typed)),
            new UserPage.Why(
                false,
                "The devices of this user may not connect.",
                List.of(new UserPage.Link("A renewal failed.", "The last payment failed.", typed))),
            pages.devices(),
            pages.sessions(),
            typed));
    pages.put(
        to,
        Area.ADMIN,
        "/admin/servers",
        "admin/servers",
        new ServersPage(
            List.of(
                new ServersPage.Line(
                    "new_york",
                    typed,
                    "United States",
                    "192.0.2.10:51820",
                    "Everybody",
                    7,
                    "$6.75",
                    new DeliveryState(new Badge(Tone.BAD, typed), "wanted 812 · present 811"),
                    new Badge(Tone.GOOD, "Up")))));
    pages.put(
        to,
        Area.ADMIN,
        "/admin/servers/new",
        "admin/server",
        new ServerPage("", Form.of(Map.of("serverName", typed, "port", "51820")), null, null));
    pages.put(to, Area.ADMIN, "/admin/servers/new_york", "admin/server", server(agent(true)));
    pages.put(to, Area.ADMIN, "/admin/servers/toronto", "admin/server", server(agent(false)));
    pages.put(to, Area.ADMIN, "/admin/servers/new_york/uptime", "admin/uptime", uptime("new_york"));
    pages.put(to, Area.ADMIN, "/admin/uptime", "admin/uptime", uptime(""));
    pages.put(
        to,
        Area.ADMIN,
        "/admin/vips",
        "admin/vips",
        new VipsPage(
            List.of(
                new VipsPage.Line("v1", "vip@example.net", typed, true, "ann@example.com", NOW)),
            Form.EMPTY,
            ""));
    pages.put(to, Area.ADMIN, "/admin/settings", "admin/settings", settings());
    pages.put(to, Area.ADMIN, "/admin/theme", "admin/theme", theme());
    pages.put(
        to,
        Area.ADMIN,
        "/admin/mails",
        "admin/mails",
        new MailsPage(
            List.of(
                new MailsPage.Line("welcome", typed, NOW),
                new MailsPage.Line("verify", "Confirm your address", null))));
    pages.put(
        to,
        Area.ADMIN,
        "/admin/mails/welcome",
        "admin/mail",
        new MailTemplatePage(
            "welcome",
            List.of("{link}", "{name}"),
            true,
            new Mail("m1", "ada@example.com", typed, typed, ""),
            Form.of(Map.of("subject", typed, "body", typed)).refused("body", typed)));
    pages.put(
        to,
        Area.ADMIN,
        "/admin/outbox",
        "admin/outbox",
        new OutboxPage(
            List.of(new OutboxPage.Line("o1", "users", "user.deleted", "u1", 20, typed, NOW))));
    pages.put(
        to,
        Area.ADMIN,
        "/admin/audit",
        "admin/audit",
        new AuditPage(
            List.of(
                new AuditPage.Line(
                    NOW,
                    new AuditPage.Party("ann@example.com", "", "/admin/users/u1"),
                    "Added a VIP",
                    new AuditPage.Party("", typed, ""),
                    typed)),
            List.of(new Choice("", "Everything"), new Choice("vip.", "VIPs")),
            Form.of(Map.of("action", "vip.")),
            "/admin/audit?cursor=x"));
  }

  private ServerPage server(AgentCard agent) {
    return new ServerPage(
        agent.key(), Form.of(Map.of("serverName", typed, "port", "51820")), agent, health());
  }

  private AgentCard agent(boolean enrolled) {
    return new AgentCard(
        enrolled ? "new_york" : "toronto",
        enrolled,
        new DeliveryState(new Badge(Tone.BAD, typed), enrolled ? "wanted 812" : ""),
        List.of(new AgentCard.Fact("Software", typed)),
        List.of(new AgentCard.Trouble("Too many peers would go at once", typed, typed)),
        List.of(
            new AgentCard.Strays(
                "Paid but off",
                "These may connect.",
                List.of(
                    new AgentCard.Stray(typed, "ann@example.com", "/admin/users/u1", "AAEC"),
                    new AgentCard.Stray("Health probe", "", "", "AwQF")),
                3)),
        new AgentCard.Decision(enrolled ? "1.43" : "", "Confirm", typed, "Yes"),
        enrolled ? null : new AgentCard.Invitation("truevault agent enrol " + typed, "30 min"));
  }

  private ServerHealth health() {
    return new ServerHealth(
        "new_york",
        true,
        pages.bars(),
        pages.bars(),
        List.of(new ServerHealth.Check(NOW, new Badge(Tone.BAD, "No answer"), "", typed)),
        List.of(
            new ServerHealth.AlarmLine(new Badge(Tone.BAD, "Down"), typed, NOW, null, ""),
            new ServerHealth.AlarmLine(new Badge(Tone.PLAIN, "Down"), "", NOW, NOW, "1 min")),
        List.of(new MaintenanceWindow("w1", new ServerKey("new_york"), NOW, NOW, typed)),
        Form.of(Map.of("note", typed)).refused("start", typed));
  }

  private UptimePage uptime(String key) {
    return new UptimePage(
        key,
        typed,
        new UptimePage.Month("2026-10", "October 2026", "2026-11", "2026-09", "2026-11"),
        List.of(new UptimePage.Line("new_york", typed, "99 %", "7 min", "8,640", "12", 1, "20 ms")),
        List.of(
            new UptimePage.IncidentLine(
                typed, new Badge(Tone.BAD, "Down"), typed, NOW, null, "7 min")));
  }

  private SettingsPage settings() {
    return new SettingsPage(
        List.of(
            new SettingsPage.Group(
                "General",
                List.of(
                    entry(SettingKey.SITE_NAME, typed),
                    entry(SettingKey.MAX_DEVICES_PERSONAL, "3"),
                    entry(SettingKey.PAYPAL_SECRET, ""),
                    entry(SettingKey.PAYPAL_MODE, "live"),
                    entry(SettingKey.ADDRESS_POOL_V4, typed)))),
        Form.EMPTY);
  }

  private SettingsPage.Entry entry(SettingKey key, String value) {
    var input = SettingInput.of(key, key.isFixedByDevices(), new Messages(Locale.ENGLISH));
    return new SettingsPage.Entry(key.key(), typed, input, value, true);
  }

  private ThemePage theme() {
    return new ThemePage(
        List.of(
            new ThemePage.Group(
                "Colours",
                List.of(
                    new ThemePage.Element(
                        "primary_color",
                        "--primary-color",
                        "Primary brand colour",
                        "#00d9ff",
                        true),
                    new ThemePage.Element(
                        "secondary_color",
                        "--secondary-color",
                        "Secondary colour",
                        "#00ff88",
                        true),
                    new ThemePage.Element(
                        "background_color", "--background-color", "Background", "#0f0f1a", true),
                    new ThemePage.Element("text_color", "--text-color", "Text", "#ffffff", true),
                    new ThemePage.Element("link_color", "--link-color", "Links", "#00d9ff", true))),
            new ThemePage.Group(
                "Typography",
                List.of(
                    new ThemePage.Element(
                        "font_family", "--font-family", "Main font", typed, false)))),
        Form.EMPTY);
  }
}
