package com.truevault.web.page;

import com.truevault.entitlement.Reason;
import com.truevault.web.page.admin.AuditPage;
import com.truevault.web.page.admin.OutboxPage;
import com.truevault.web.page.admin.OverviewPage;
import com.truevault.web.page.admin.ServerPage;
import com.truevault.web.page.admin.ServersPage;
import com.truevault.web.page.admin.SettingsPage;
import com.truevault.web.page.admin.ThemePage;
import com.truevault.web.page.admin.UserPage;
import com.truevault.web.page.admin.UsersPage;
import com.truevault.web.page.admin.VipsPage;
import com.truevault.web.page.customer.AddDevicePage;
import com.truevault.web.page.customer.DashboardPage;
import com.truevault.web.page.customer.DeviceCard;
import com.truevault.web.page.customer.DevicePage;
import com.truevault.web.page.customer.DevicesPage;
import com.truevault.web.page.customer.PlanPage;
import com.truevault.web.page.customer.ProfilePage;
import com.truevault.web.page.customer.Room;
import com.truevault.web.page.customer.ServerChoice;
import com.truevault.web.page.customer.SessionsPage;
import com.truevault.web.page.demo.ApprovePage;
import com.truevault.web.page.demo.MailPage;
import com.truevault.web.page.site.ErrorPage;
import com.truevault.web.page.site.ForgottenPage;
import com.truevault.web.page.site.HomePage;
import com.truevault.web.page.site.PlanCard;
import com.truevault.web.page.site.ResetPage;
import com.truevault.web.page.site.SignInPage;
import com.truevault.web.page.site.SignUpPage;
import com.truevault.web.page.site.StatusPage;
import com.truevault.web.page.site.VerifyPage;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One filled page of every template. Texts a person may type are {@code typed}. */
final class SamplePages {
  private static final Instant NOW = Instant.parse("2026-11-22T20:15:30Z");
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private final String typed;

  SamplePages(String typed) {
    this.typed = typed;
  }

  /** Something to render. */
  record Sample(String template, Frame frame, Object page) {}

  /** All samples by the path at which their page is found. */
  Map<String, Sample> all() {
    var samples = new LinkedHashMap<String, Sample>();
    site(samples);
    customer(samples);
    admin(samples);
    return samples;
  }

  private Frame frame(Area area, String path) {
    var visitor =
        new Visitor(area == Area.SITE ? null : typed, area == Area.ADMIN, "csrf-of-this-session");
    var flashes =
        area == Area.SITE ? List.<Flash>of() : List.of(new Flash(Tone.GOOD, typed + " saved."));
    return new Frame(
        new Site("TrueVault VPN", "Your Complete Digital Fortress", true),
        area,
        path,
        visitor,
        flashes,
        new Messages(Locale.ENGLISH));
  }

  private void put(
      Map<String, Sample> samples, Area area, String path, String template, Object page) {
    samples.put(path, new Sample(template, frame(area, path), page));
  }

  private void site(Map<String, Sample> to) {
    Form refused =
        Form.of(Map.of("email", typed, "firstName", typed))
            .refused("email", "e-mail address must hold one @: " + typed)
            .refused("form", typed + " was refused");
    put(to, Area.SITE, "/", "site/home", new HomePage(plans()));
    put(to, Area.SITE, "/sign-up", "site/sign-up", new SignUpPage(refused, "family"));
    put(to, Area.SITE, "/sign-in", "site/sign-in", new SignInPage(refused, "/dashboard", true));
    put(to, Area.SITE, "/forgot", "site/forgotten", new ForgottenPage(Form.EMPTY, false));
    put(to, Area.SITE, "/forgot/sent", "site/forgotten", new ForgottenPage(Form.EMPTY, true));
    put(to, Area.SITE, "/reset", "site/reset", new ResetPage(Form.EMPTY, typed));
    put(to, Area.SITE, "/verify", "site/verify", new VerifyPage(typed));
    put(
        to,
        Area.SITE,
        "/status",
        "site/status",
        new StatusPage(
            List.of(
                new StatusPage.Line(typed, "New York, US", new Badge(Tone.GOOD, "Up")),
                new StatusPage.Line("Toronto", "Canada", new Badge(Tone.BAD, "Down"))),
            new Badge(Tone.WARN, "Some servers are down"),
            NOW));
    put(
        to,
        Area.SITE,
        "/error",
        "site/error",
        new ErrorPage(404, "There is no such page", "It was removed.", "Home", "/", "req-1"));
    var mail = new MailPage.Line(1, "ann@example.com", "Welcome, " + typed);
    put(to, Area.SITE, "/demo/mail", "demo/mail", new MailPage(List.of(mail), null));
    put(
        to,
        Area.SITE,
        "/demo/mail/1",
        "demo/mail",
        new MailPage(
            List.of(), new MailPage.Open(mail, "Hello " + typed, List.of("/verify?token=x"))));
    put(
        to,
        Area.SITE,
        "/demo/approve/s1",
        "demo/approve",
        new ApprovePage("s1", "Family", "$14.99", "monthly"));
  }

  private static List<PlanCard> plans() {
    return List.of(
        new PlanCard("personal", "Personal", "For one person", "$9.99", "$99.90", 3, false),
        new PlanCard("family", "Family", "For a household", "$14.99", "$149.90", 10, true),
        new PlanCard("business", "Business", "For a team", "$29.99", "$299.90", 50, false));
  }

  private List<DeviceCard> devices() {
    return List.of(
        new DeviceCard(
            "d1", typed, "phone", "iOS", "New York", "10.8.0.2", new Badge(Tone.GOOD, "Connected")),
        new DeviceCard(
            "d2",
            "Home router",
            "router",
            "Linux",
            typed,
            "10.8.0.3",
            new Badge(Tone.PLAIN, "Disabled")));
  }

  private List<ServerChoice> servers() {
    return List.of(
        new ServerChoice("new_york", typed, "United States", false, true),
        new ServerChoice("toronto", "Toronto", "Canada", true, false));
  }

  private void customer(Map<String, Sample> to) {
    Room room = new Room(2, 3, "");
    put(
        to,
        Area.CUSTOMER,
        "/dashboard",
        "customer/dashboard",
        new DashboardPage(
            Tone.GOOD,
            "You are protected: " + typed + " is connected through New York.",
            List.of("Your Family plan is active.", "2 of 10 devices are in use."),
            new DashboardPage.Step("Add a device", "/devices/new"),
            "Family plan",
            room,
            devices()));
    put(
        to,
        Area.CUSTOMER,
        "/devices",
        "customer/devices",
        new DevicesPage(devices(), new Room(3, 3, "plan allows 3 devices, 3 are in use")));
    put(to, Area.CUSTOMER, "/devices/none", "customer/devices", new DevicesPage(List.of(), room));
    put(
        to,
        Area.CUSTOMER,
        "/devices/new",
        "customer/add-device",
        new AddDevicePage(servers(), room));
    put(
        to,
        Area.CUSTOMER,
        "/devices/d1",
        "customer/device",
        new DevicePage(
            devices().get(0),
            "iphone",
            KEY,
            NOW,
            true,
            servers(),
            Form.of(
                    Map.of(
                        "name",
                        typed,
                        "dns",
                        "quad9",
                        "mtu",
                        "1420",
                        "keepalive",
                        "25",
                        "tunnelMode",
                        "full"))
                .refused("mtu", "mtu must be between 1280 and 1500: 9")));
    put(
        to,
        Area.CUSTOMER,
        "/plan",
        "customer/plan",
        new PlanPage(
            new PlanPage.Current(
                "Family",
                "$14.99 per month",
                new Badge(Tone.GOOD, "Active"),
                "It renews on 1 December 2026.",
                true),
            plans(),
            "family"));
    put(to, Area.CUSTOMER, "/sessions", "customer/sessions", new SessionsPage(sessions()));
    put(
        to,
        Area.CUSTOMER,
        "/profile",
        "customer/profile",
        profile(new ProfilePage.SecondFactor(false, "", "", List.of())));
    put(
        to,
        Area.CUSTOMER,
        "/profile/setting-up",
        "customer/profile",
        profile(
            new ProfilePage.SecondFactor(
                false,
                "otpauth://totp/TrueVault:ann%40example.com?secret=JBSWY3DPEHPK3PXP",
                "JBSW Y3DP EHPK 3PXP",
                List.of())));
    put(
        to,
        Area.CUSTOMER,
        "/profile/codes",
        "customer/profile",
        profile(new ProfilePage.SecondFactor(true, "", "", List.of("aaaa-bbbb", "cccc-dddd"))));
  }

  private ProfilePage profile(ProfilePage.SecondFactor factor) {
    return new ProfilePage(
        Form.of(Map.of("firstName", typed, "lastName", typed)),
        "ann@example.com",
        false,
        factor,
        factor.on() ? "29 November 2026" : "");
  }

  private List<SessionsPage.Line> sessions() {
    return List.of(
        new SessionsPage.Line("s1", typed, "192.0.2.0/24", NOW, NOW, true),
        new SessionsPage.Line("s2", "Chrome on Android", "2001:db8::/48", NOW, NOW, false));
  }

  private void admin(Map<String, Sample> to) {
    var user =
        new UsersPage.Line(
            "u1", "ann@example.com", typed, "Family", new Badge(Tone.GOOD, "Active"), NOW);
    put(
        to,
        Area.ADMIN,
        "/admin",
        "admin/overview",
        new OverviewPage(
            List.of(
                new OverviewPage.Tile("Users", "1,204", "/admin/users"),
                new OverviewPage.Tile("Devices", "3,981", "/admin/users"),
                new OverviewPage.Tile("Servers up", "3 of 4", "/admin/servers")),
            List.of(new Flash(Tone.WARN, typed))));
    put(
        to,
        Area.ADMIN,
        "/admin/users",
        "admin/users",
        new UsersPage(typed, List.of(user), "/admin/users?cursor=x"));
    put(
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
                List.of(new Reason("renewal-failed", "The last payment failed.", typed))),
            devices(),
            sessions(),
            false));
    put(
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
                    "$6.75",
                    new Badge(Tone.GOOD, "Up")))));
    put(
        to,
        Area.ADMIN,
        "/admin/servers/new",
        "admin/server",
        new ServerPage("", Form.of(Map.of("serverName", typed, "port", "51820"))));
    put(
        to,
        Area.ADMIN,
        "/admin/vips",
        "admin/vips",
        new VipsPage(
            List.of(
                new VipsPage.Line("v1", "vip@example.net", typed, true, "ann@example.com", NOW)),
            Form.EMPTY,
            ""));
    put(to, Area.ADMIN, "/admin/settings", "admin/settings", settings());
    put(to, Area.ADMIN, "/admin/theme", "admin/theme", theme());
    put(
        to,
        Area.ADMIN,
        "/admin/outbox",
        "admin/outbox",
        new OutboxPage(
            List.of(new OutboxPage.Line("o1", "users", "user.deleted", "u1", 20, typed, NOW))));
    put(
        to,
        Area.ADMIN,
        "/admin/audit",
        "admin/audit",
        new AuditPage(
            List.of(
                new AuditPage.Line(NOW, "ann@example.com", "vip.added", "vip@example.net", typed)),
            "/admin/audit?cursor=x"));
  }

  private SettingsPage settings() {
    return new SettingsPage(
        List.of(
            new SettingsPage.Group(
                "General",
                List.of(
                    new SettingsPage.Entry("site_name", "Website name", "text", typed, true),
                    new SettingsPage.Entry(
                        "max_devices_personal",
                        "Devices of the Personal plan",
                        "number",
                        "3",
                        true),
                    new SettingsPage.Entry("paypal_secret", "PayPal secret", "secret", "", true),
                    new SettingsPage.Entry(
                        "paypal_mode", "PayPal mode", "boolean", "true", true)))),
        Form.EMPTY);
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
