package com.truevault.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.billing.BillingCycle;
import com.truevault.device.Device;
import com.truevault.setting.SettingKey;
import com.truevault.user.Plan;
import com.truevault.user.User;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomerPagesTest {
  private final Visits visits = new Visits();

  @AfterEach
  void close() {
    visits.close();
  }

  @Test
  void makesRoomInPlaceWhereNoFurtherDeviceFits() {
    User ann = visits.customer("ann@example.com");
    visits.addServer();
    visits.subscribe(ann);
    for (String name : new String[] {"Phone", "Tablet", "Laptop"}) {
      visits.addDevice(ann, name);
    }
    String token = visits.token(ann);
    String full = visits.get("/devices/new", token);
    assertTrue(full.contains("3 of 3 devices are in use"), full);
    String remove = "/devices/" + visits.host().vault().devices().of(ann).get(0).id() + "/remove";
    assertTrue(full.contains("action=\"" + remove + "\""), full);
    var removed = visits.post(remove, token, "then=add");
    assertEquals(
        "/devices/new?done=device.removed", removed.headers().firstValue("Location").orElse(""));
    assertTrue(visits.get("/devices/new", token).contains("id=\"f-server\""));
  }

  @Test
  void goesOnWithAnApprovalThatWasLeft() {
    User ann = visits.customer("ann@example.com");
    visits.host().vault().subscriptions().start(ann, Plan.FAMILY, BillingCycle.YEARLY);
    String token = visits.token(ann);
    String page = visits.get("/plan", token);
    assertTrue(page.contains("name=\"cycle\" value=\"yearly\""), page);
    assertTrue(page.contains("Continue to approval"), page);
    var again = visits.post("/plan", token, "plan=family&cycle=yearly");
    assertTrue(
        again.headers().firstValue("Location").orElse("").startsWith("https://pay.example.com/"));
  }

  @Test
  void saysOnTheDashboardThatEverythingWillBeDeletedAndHowToKeepIt() {
    User ann = visits.customer("ann@example.com");
    visits.host().vault().departures().plan(ann, "DELETE", Visits.PASSWORD);
    String page = visits.get("/dashboard", visits.token(ann));
    assertTrue(page.contains("action=\"/profile/keep\""), page);
  }

  @Test
  void mailsTheConfirmationLinkOnceMore() {
    User ann = visits.customer("ann@example.com");
    String token = visits.token(ann);
    assertTrue(visits.get("/profile", token).contains("action=\"/profile/email/resend\""));
    assertEquals(303, visits.post("/profile/email/resend", token, "").statusCode());
    visits.host().vault().maintenance().deliver();
    assertEquals(2, visits.host().mailbox().mails().size());
  }

  @Test
  void everyErrorPageOffersAStepThatSuitsWhoeverSeesIt() {
    String token = visits.token(visits.customer("ann@example.com"));
    assertTrue(step(visits.get("/nothing-here", "")).contains("href=\"/\""));
    assertTrue(step(visits.get("/nothing-here", token)).contains("href=\"/dashboard\""));
    assertTrue(step(visits.get("/admin", token)).contains("href=\"/dashboard\""));
    String link = visits.post("/verify", token, "token=too-old").body();
    assertTrue(step(link).contains("href=\"/profile\""), link);
    String reset = visits.get("/reset?token=x", "");
    assertTrue(reset.contains("href=\"/forgot\""), reset);
  }

  @Test
  void namesTheSupportAddressOnceItIsSet() {
    assertFalse(visits.get("/", "").contains("mailto:"));
    visits
        .host()
        .vault()
        .settings()
        .change("test", Map.of(SettingKey.SUPPORT_EMAIL, "help@example.com"));
    assertTrue(visits.get("/", "").contains("href=\"mailto:help@example.com\""));
    User ann = visits.customer("ann@example.com");
    visits.host().vault().users().block("test", ann, "shared the key");
    String page = visits.get("/dashboard", visits.token(ann));
    assertTrue(page.contains("class=\"button\" href=\"mailto:help@example.com\""), page);
    assertFalse(page.contains("shared the key"), page);
  }

  @Test
  void leadsADeviceThatMayConnectToItsFirstConnection() {
    User ann = visits.customer("ann@example.com");
    visits.addServer();
    visits.subscribe(ann);
    Device phone = visits.addDevice(ann, "Phone");
    String path = "/devices/" + phone.id();
    String waiting = visits.get(path, visits.token(ann));
    assertTrue(waiting.contains("This device has not connected yet"), waiting);
    assertFalse(waiting.contains("class=\"chart\""), waiting);

    visits.host().vault().users().block("test", ann, "unpaid");
    assertFalse(visits.get(path, visits.token(ann)).contains("This device has not connected yet"));
  }

  @Test
  void showsOnEveryPageThatADeviceIsConnectedAndWhatItCarried() {
    User ann = visits.customer("ann@example.com");
    visits.addServer();
    visits.subscribe(ann);
    Device phone = visits.addDevice(ann, "Phone");
    visits.report(phone, 200_000_000, 1_300_000_000);
    String token = visits.token(ann);

    String dashboard = visits.get("/dashboard", token);
    assertTrue(dashboard.contains("Phone is connected through Toronto."), dashboard);
    assertTrue(dashboard.contains("1 of 1 connected now"), dashboard);
    assertTrue(visits.get("/devices", token).contains("1.5 GB this month"));
    String page = visits.get("/devices/" + phone.id() + "?period=day", token);
    assertTrue(page.contains("Connected now"), page);
    assertTrue(page.contains("<title>07:00: 1.3 GB downloaded, 200 MB uploaded</title>"), page);
    assertTrue(page.contains("<th scope=\"row\">07:00</th><td>1.3 GB</td><td>200 MB</td>"), page);
  }

  @Test
  void saysInWordsWhenADeviceWasLastSeen() {
    User ann = visits.customer("ann@example.com");
    visits.addServer();
    visits.subscribe(ann);
    visits.report(visits.addDevice(ann, "Phone"), 1, 1);
    visits.host().clock().advance(Duration.ofMinutes(5));
    visits.host().vault().maintenance().sweep();
    String token = visits.token(ann);
    assertTrue(visits.get("/devices", token).contains("Last seen 5 minutes ago"));
    visits.host().clock().advance(Duration.ofHours(1));
    assertTrue(visits.get("/devices", token).contains("Last seen an hour ago"));
    visits.host().clock().advance(Duration.ofDays(3));
    assertTrue(visits.get("/devices", token).contains("Last seen 3 days ago"));
  }

  @Test
  void warnsWhenTwoServersSeeADeviceAtOnce() {
    User ann = visits.customer("ann@example.com");
    visits.addServer();
    visits.subscribe(ann);
    Device phone = visits.addDevice(ann, "Phone");
    visits.report(phone, 1, 1);
    visits.report("berlin", phone, 1, 1);
    String page = visits.get("/devices/" + phone.id(), visits.token(ann));
    assertTrue(page.contains("Two servers see this device at this moment"), page);
    assertFalse(page.contains("berlin"), page);
  }

  private static String step(String page) {
    int at = page.indexOf("error-page");
    assertTrue(at > 0, page);
    return page.substring(at);
  }
}
