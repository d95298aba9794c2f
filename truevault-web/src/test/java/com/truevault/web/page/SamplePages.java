package com.truevault.web.page;

import com.truevault.traffic.Bytes;
import com.truevault.traffic.Period;
import com.truevault.traffic.Usage;
import com.truevault.web.page.customer.AddDevicePage;
import com.truevault.web.page.customer.Banner;
import com.truevault.web.page.customer.DashboardPage;
import com.truevault.web.page.customer.DeviceActivity;
import com.truevault.web.page.customer.DeviceCard;
import com.truevault.web.page.customer.DevicePage;
import com.truevault.web.page.customer.DevicesPage;
import com.truevault.web.page.customer.NextStep;
import com.truevault.web.page.customer.ProfilePage;
import com.truevault.web.page.customer.Room;
import com.truevault.web.page.customer.ServerChoice;
import com.truevault.web.page.customer.SessionsPage;
import com.truevault.web.page.customer.Step;
import com.truevault.web.page.customer.TrafficChart;
import com.truevault.web.page.customer.TroubleNote;
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
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/** One filled page of every template. Texts a person may type are {@code typed}. */
final class SamplePages {
  static final Instant NOW = Instant.parse("2026-11-22T20:15:30Z");
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
    new AdminSamplePages(this, typed).addTo(samples);
    new BooksSamplePages(this, typed).addTo(samples);
    return samples;
  }

  private Frame frame(Area area, String path) {
    var visitor =
        new Visitor(area == Area.SITE ? null : typed, area == Area.ADMIN, "csrf-of-this-session");
    var flashes =
        area == Area.SITE ? List.<Flash>of() : List.of(new Flash(Tone.GOOD, typed + " saved."));
    return new Frame(
        new Site("TrueVault VPN", "Your Complete Digital Fortress", "help@example.com", true),
        area,
        path,
        visitor,
        flashes,
        new Messages(Locale.ENGLISH));
  }

  void put(Map<String, Sample> samples, Area area, String path, String template, Object page) {
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
                new StatusPage.Line(typed, "New York, US", new Badge(Tone.GOOD, "Up"), NOW, bars()),
                new StatusPage.Line(
                    "Toronto", "", new Badge(Tone.PLAIN, "Not checked yet"), null, bars())),
            List.of(new StatusPage.Planned(typed, NOW, NOW, typed)),
            new Badge(Tone.WARN, "Some servers are down")));
    put(
        to,
        Area.SITE,
        "/error",
        "site/error",
        new ErrorPage(
            404,
            "There is no such page",
            "It was removed.",
            new ErrorPage.Step("Home", "/"),
            "req-1"));
    var mail = new MailPage.Line(1, "ann@example.com", "Welcome, " + typed);
    put(to, Area.SITE, "/demo/mail", "demo/mail", new MailPage(List.of(mail), null));
    put(
        to,
        Area.SITE,
        "/demo/mail/1",
        "demo/mail",
        new MailPage(
            List.of(), new MailPage.Open(mail, "Hello " + typed, List.of("/verify?token=x"))));
  }

  UptimeBars bars() {
    return new UptimeBars(
        List.of(
            new UptimeBars.Bar(0, 7, 40, "good", "21 Nov: 100 % online"),
            new UptimeBars.Bar(9, 7, 20, "poor", typed)),
        "90 % online",
        "90 %",
        "21 Nov",
        "22 Nov");
  }

  static List<PlanCard> plans() {
    return List.of(
        new PlanCard(
            "personal",
            "Personal",
            "For one person",
            "$9.99",
            "$99.90",
            "A year saves you $19.98",
            3,
            false),
        new PlanCard("family", "Family", "For a household", "$14.99", "$149.90", "", 10, true),
        new PlanCard("business", "Business", "For a team", "$29.99", "$299.90", "", 50, false));
  }

  List<DeviceCard> devices() {
    return List.of(
        new DeviceCard(
            "d1",
            typed,
            "phone",
            "iOS",
            "New York",
            "10.8.0.2",
            new Badge(Tone.GOOD, "Connected"),
            "Connected now",
            "1.2 GB this month"),
        new DeviceCard(
            "d2",
            "Home router",
            "router",
            "Linux",
            typed,
            "10.8.0.3",
            new Badge(Tone.PLAIN, "Disabled"),
            "Never connected",
            ""));
  }

  private List<ServerChoice> servers() {
    return List.of(
        new ServerChoice("new_york", typed, "United States", "", true),
        new ServerChoice("toronto", "Toronto", "Canada", typed, false));
  }

  private List<TroubleNote> troubles() {
    return List.of(
        new TroubleNote("d1", typed, typed, NOW, "toronto", typed),
        new TroubleNote("d2", typed, typed, NOW, null, ""));
  }

  private void customer(Map<String, Sample> to) {
    Room room = new Room(2, 3, "", false, new Step("See larger plans", "/plan"));
    Room full =
        new Room(3, 3, "3 of 3 devices are in use", true, new Step("See larger plans", "/plan"));
    put(
        to,
        Area.CUSTOMER,
        "/dashboard",
        "customer/dashboard",
        new DashboardPage(
            new Banner(
                Tone.GOOD,
                "You are protected: " + typed + " is connected through New York.",
                List.of("Your Family plan is active.", "2 of 10 devices are in use."),
                new NextStep("Add a device", "/devices/new", Map.of(), false)),
            MoneySamplePages.note(),
            MoneySamplePages.current(),
            "29 November 2026",
            room,
            new DashboardPage.Use("1 of 2 connected now", "1.2 GB this month"),
            devices(),
            troubles()));
    put(to, Area.CUSTOMER, "/devices", "customer/devices", new DevicesPage(devices(), full));
    put(to, Area.CUSTOMER, "/devices/none", "customer/devices", new DevicesPage(List.of(), room));
    put(
        to,
        Area.CUSTOMER,
        "/devices/new",
        "customer/add-device",
        new AddDevicePage(servers(), room, devices()));
    put(
        to,
        Area.CUSTOMER,
        "/devices/new/full",
        "customer/add-device",
        new AddDevicePage(servers(), full, devices()));
    put(to, Area.CUSTOMER, "/devices/d1", "customer/device", device(connected()));
    put(to, Area.CUSTOMER, "/devices/waiting", "customer/device", device(waiting()));
    new MoneySamplePages(this, typed).addTo(to);
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

  private DevicePage device(DeviceActivity activity) {
    Form settings =
        Form.of(
            Map.of(
                "name", typed,
                "dns", "quad9",
                "mtu", "1420",
                "keepalive", "25",
                "tunnelMode", "full"));
    return new DevicePage(
        devices().get(0),
        "iphone",
        KEY,
        NOW,
        true,
        activity,
        servers(),
        settings.refused("mtu", "mtu must be between 1280 and 1500: 9"),
        new Room(2, 3, typed, false, new Step("Write to support", "mailto:h@example.com")),
        troubles());
  }

  private DeviceActivity connected() {
    return new DeviceActivity(
        false,
        true,
        "Connected now",
        List.of(
            new DeviceActivity.Place(typed, "just now"),
            new DeviceActivity.Place("Toronto", "3 hours ago")),
        true,
        "1.2 GB this month",
        chart(Period.WEEK, amount -> new Bytes(amount * 40_000_000L, amount * 3_000_000L)));
  }

  private static DeviceActivity waiting() {
    return new DeviceActivity(
        true,
        false,
        "Never connected",
        List.of(),
        false,
        "0 bytes this month",
        chart(Period.DAY, amount -> Bytes.NONE));
  }

  private static TrafficChart chart(Period period, LongFunction<Bytes> bytes) {
    return TrafficChart.of(
        new Usage(
            period,
            IntStream.range(0, period.spans())
                .mapToObj(i -> new Usage.Amount(NOW.plusSeconds(86_400L * i), bytes.apply(i)))
                .toList()));
  }

  private ProfilePage profile(ProfilePage.SecondFactor factor) {
    return new ProfilePage(
        Form.of(Map.of("firstName", typed, "lastName", typed)),
        "ann@example.com",
        false,
        factor,
        factor.on() ? "29 November 2026" : "");
  }

  List<SessionsPage.Line> sessions() {
    return List.of(
        new SessionsPage.Line("s1", typed, "192.0.2.0/24", NOW, NOW, true),
        new SessionsPage.Line("s2", "Chrome on Android", "2001:db8::/48", NOW, NOW, false));
  }
}
