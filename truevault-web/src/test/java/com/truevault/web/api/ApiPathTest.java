package com.truevault.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.testing.SimulatedGateway.Decision;
import com.truevault.web.host.TestHost;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole path of a customer, in memory and on nine files. */
class ApiPathTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest(name = "on files: {0}")
  @ValueSource(booleans = {false, true})
  void leadsFromSignUpToAConfigurationAndBack(boolean onFiles) {
    try (TestHost host = onFiles ? TestHost.onFiles(folder.resolve("d")) : TestHost.inMemory()) {
      Client nobody = new Cast(host).client();
      Client sam = signUp(nobody);
      assertEquals("never-subscribed", reason(sam));
      assertEquals("not-entitled", sam.post("/api/v1/devices", device("Phone")).code());
      subscribe(host, sam);
      assertEquals("access-active", reason(sam));
      String path = add(sam);
      configure(sam, path);
      replaceKey(sam, path);
      remove(sam, path);
      if (onFiles) {
        assertEquals(java.util.List.of(), host.vault().storage().doctor().examine());
        assertTrue(host.vault().audit().isUnbroken());
      }
    }
  }

  private static Client signUp(Client nobody) {
    Answer signedUp =
        nobody.post(
            "/api/v1/users",
            Map.of(
                "email", "Sam@Example.com",
                "password", Cast.PASSWORD,
                "firstName", "Sam",
                "lastName", "Sample"));
    assertEquals(201, signedUp.status());
    assertEquals("/api/v1/me", signedUp.header("Location"));
    Answer signedIn =
        nobody.post(
            "/api/v1/sessions", Map.of("email", "sam@example.com", "password", Cast.PASSWORD));
    assertEquals(201, signedIn.status());
    assertEquals("2031-05-13T07:08:09.000Z", signedIn.text("expiresAt"));
    String cookie = signedIn.header("Set-Cookie");
    assertTrue(cookie.startsWith("__Host-truevault=" + signedIn.text("token") + "; "), cookie);
    Client sam = nobody.as(signedIn.text("token"));
    assertEquals("Sam@Example.com", sam.get("/api/v1/me").text("email"));
    return sam;
  }

  private static void subscribe(TestHost host, Client sam) {
    Answer started =
        sam.post("/api/v1/subscriptions", Map.of("plan", "personal", "cycle", "monthly"));
    assertEquals(201, started.status());
    String url = started.text("approvalUrl");
    host.gateway().decide(url.substring(url.lastIndexOf('/') + 1), Decision.APPROVE);
    Answer current = sam.post("/api/v1/subscriptions/current/refresh", Map.of());
    assertEquals("active", current.text("status"));
    assertEquals("9.99", current.json().getAsJsonObject("planPrice").get("amount").getAsString());
    assertEquals("2031-06-06T07:08:09.000Z", current.text("nextBillingDate"));
  }

  private static String add(Client sam) {
    Answer added = sam.post("/api/v1/devices", device("Phone"));
    assertEquals(201, added.status(), added.body());
    assertEquals("10.8.0.2/32", added.text("assignedIp"));
    assertEquals("phone 2", sam.post("/api/v1/devices", device("phone")).text("deviceName"));
    assertEquals(201, sam.post("/api/v1/devices", device("Third")).status());
    Answer fourth = sam.post("/api/v1/devices", device("Fourth"));
    assertEquals("device-limit-reached", fourth.code());
    assertTrue(fourth.text("detail").startsWith("3 of 3 devices are in use"), fourth.body());
    assertEquals(3, sam.get("/api/v1/devices").json().getAsJsonArray("items").size());
    return added.header("Location");
  }

  private static void configure(Client sam, String path) {
    assertEquals(200, sam.send("HEAD", path + "/config?server=toronto", null).status());
    assertEquals(0, sam.get(path + "/configs").json().getAsJsonArray("items").size());
    Answer config = sam.get(path + "/config?server=toronto");
    assertEquals(200, config.status());
    assertEquals("text/plain;charset=utf-8", config.header("Content-Type").replace(" ", ""));
    assertEquals("no-store", config.header("Cache-Control"));
    assertTrue(config.header("Content-Disposition").contains("filename=\"phone.conf\""));
    assertTrue(config.body().contains("\nPrivateKey = YOUR_PRIVATE_KEY\n"));
    Answer moved =
        sam.patch(path, Map.of("server", "toronto", "presharedKey", true, "dns", "quad9"));
    assertEquals("toronto", moved.text("currentServer"));
    String text = sam.get(path + "/config").body();
    assertTrue(text.contains("\nPresharedKey = ") && text.contains("DNS = 9.9.9.9"), text);
    assertEquals("server-not-found", sam.get(path + "/config?server=st_louis").code());
    assertEquals(1, sam.get(path + "/configs").json().getAsJsonArray("items").size());
  }

  private static void replaceKey(Client sam, String path) {
    String before = sam.get(path).text("publicKey");
    Answer replaced = sam.post(path + "/keys", Map.of("publicKey", Cast.key().base64()));
    assertNotEquals(before, replaced.text("publicKey"));
    assertEquals("10.8.0.2/32", replaced.text("assignedIp"));
    assertEquals("public-key-taken", sam.post(path + "/keys", Map.of("publicKey", before)).code());
  }

  private static void remove(Client sam, String path) {
    assertEquals(204, sam.delete(path).status());
    assertEquals(404, sam.get(path).status());
    assertEquals(201, sam.post("/api/v1/devices", device("Fourth")).status());
    Answer cancelled =
        sam.post("/api/v1/subscriptions/current/cancellation", Map.of("reason", "moving"));
    assertEquals("cancelled", cancelled.text("status"));
    assertEquals("cancelled-paid-through", reason(sam));
    assertEquals(204, sam.delete("/api/v1/sessions/current").status());
    assertEquals(401, sam.get("/api/v1/me").status());
    assertFalse(sam.get("/api/v1/plans").body().isEmpty());
  }

  private static Map<String, Object> device(String name) {
    return Map.of(
        "name",
        name,
        "type",
        "mobile",
        "operatingSystem",
        "ios",
        "publicKey",
        Cast.key().base64(),
        "server",
        Cast.SERVER);
  }

  private static String reason(Client who) {
    return who.get("/api/v1/me/entitlement")
        .json()
        .getAsJsonArray("reasons")
        .get(0)
        .getAsJsonObject()
        .get("code")
        .getAsString();
  }
}
