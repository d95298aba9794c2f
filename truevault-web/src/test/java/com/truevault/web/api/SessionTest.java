package com.truevault.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.web.api.Cast.Member;
import com.truevault.web.config.ConfigKey;
import com.truevault.web.host.TestHost;
import com.truevault.web.http.Access;
import com.truevault.web.http.Method;
import com.truevault.web.http.Route;
import com.truevault.web.json.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions over the API (security rows 5, 16 to 18, 20 to 24 and 29). */
class SessionTest {
  private static final String ME = "/api/v1/me";
  @TempDir private Path folder = Path.of("");

  @Test
  void eachSignInHasATokenOfItsOwnAndTheOldOneGoesOn() {
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Member first = cast.newcomer();
      Member second = cast.signedIn(first.user());
      assertNotEquals(first.token(), second.token());
      assertEquals(200, cast.client(first).get(ME).status());
    }
  }

  @Test
  void signingInAnewEndsTheSessionThatAsked() {
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Member member = cast.newcomer();
      Map<String, Object> body = Map.of("email", member.email(), "password", Cast.PASSWORD);
      Answer anew = cast.client(member).post("/api/v1/sessions", body);
      assertEquals(201, anew.status(), anew.body());
      assertEquals(401, cast.client(member).get(ME).status());
      assertEquals(200, cast.client().as(anew.text("token")).get(ME).status());
      Member browser = cast.signedIn(member.user());
      Answer page = withCookie(cast, browser, "GET", "/sign-in", "");
      String form =
          "email=" + member.email() + "&password=correct+horse+battery&csrf=" + csrf(page.body());
      Answer welcome = withCookie(cast, browser, "POST", "/sign-in", form);
      assertEquals("/dashboard", welcome.header("Location"), welcome.body());
      assertNotEquals(browser.token(), tokenOf(welcome));
      Answer old = withCookie(cast, browser, "GET", "/dashboard", "");
      assertEquals("/sign-in?next=%2Fdashboard", old.header("Location"));
    }
  }

  @Test
  void theCookieOfASignInIsTheOneThatBrowsersGuardMost() {
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      String email = cast.newcomer().email();
      Client nobody = cast.client();
      for (Answer signedIn :
          List.of(
              nobody.post("/api/v1/sessions", Map.of("email", email, "password", Cast.PASSWORD)),
              nobody.form("/sign-in", Map.of("email", email, "password", Cast.PASSWORD)))) {
        List<String> cookies = signedIn.headers().allValues("Set-Cookie");
        assertEquals(1, cookies.size());
        String cookie = cookies.get(0);
        assertTrue(cookie.startsWith("__Host-truevault=ey"), cookie);
        assertEquals(
            "; Max-Age=604800; Path=/; Secure; HttpOnly; SameSite=Lax",
            cookie.substring(cookie.indexOf(';')));
        assertTrue(cookie.length() < 1000, cookie);
        assertEquals(200, nobody.as(tokenOf(signedIn)).get(ME).status());
      }
    }
  }

  @ParameterizedTest(name = "on files: {0}")
  @ValueSource(booleans = {false, true})
  void endingSessionsTakesEffectAtOnce(boolean onFiles) {
    try (TestHost host = host(onFiles)) {
      Cast cast = new Cast(host);
      Member phone = cast.newcomer();
      Member laptop = cast.signedIn(phone.user());
      Member tablet = cast.signedIn(phone.user());
      Client client = cast.client(phone);
      assertEquals(204, client.delete("/api/v1/sessions/" + laptop.sessionId()).status());
      assertEquals(401, cast.client(laptop).get(ME).status());
      assertEquals(204, client.delete("/api/v1/sessions").status());
      assertEquals(401, cast.client(tablet).get(ME).status());
      Answer out = client.delete("/api/v1/sessions/current");
      assertTrue(out.header("Set-Cookie").startsWith("__Host-truevault=; Max-Age=0"));
      assertEquals("\"cookies\", \"storage\"", out.header("Clear-Site-Data"));
      assertEquals(401, client.get(ME).status());
    }
  }

  @ParameterizedTest(name = "on files: {0}")
  @ValueSource(booleans = {false, true})
  void administratorsEndAnybodysSessionsAtOnce(boolean onFiles) {
    try (TestHost host = host(onFiles)) {
      Cast cast = new Cast(host);
      Client admin = cast.client(cast.administrator());
      Member one = cast.newcomer();
      Member other = cast.signedIn(one.user());
      assertEquals(204, admin.delete("/api/v1/admin/sessions/" + one.sessionId()).status());
      assertEquals(401, cast.client(one).get(ME).status());
      String user = "/api/v1/admin/users/" + one.user().publicId();
      assertEquals(204, admin.delete(user + "/sessions").status());
      assertEquals(401, cast.client(other).get(ME).status());
      Member third = cast.signedIn(one.user());
      assertEquals(204, admin.delete(user).status());
      assertEquals(401, cast.client(third).get(ME).status());
      assertEquals(404, admin.get(user).status());
    }
  }

  @ParameterizedTest(name = "on files: {0}")
  @ValueSource(booleans = {false, true})
  void changingThePasswordNeedsTheCurrentOneAndEndsOtherSessions(boolean onFiles) {
    try (TestHost host = host(onFiles)) {
      Cast cast = new Cast(host);
      Member here = cast.newcomer();
      Member elsewhere = cast.signedIn(here.user());
      Client client = cast.client(here);
      Map<String, Object> wanted =
          Samples.of("currentPassword", "not the one", "newPassword", "three random words");
      assertEquals("password-wrong", client.post(ME + "/password", wanted).code());
      wanted.put("currentPassword", Cast.PASSWORD);
      assertEquals(204, client.post(ME + "/password", wanted).status());
      assertEquals(200, client.get(ME).status());
      assertEquals(401, cast.client(elsewhere).get(ME).status());
    }
  }

  @Test
  void resettingThePasswordSignsNobodyIn() {
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Member member = cast.newcomer();
      Client nobody = cast.client();
      nobody.post("/api/v1/passwords/forgot", Map.of("email", member.email()));
      String token = tokenIn(cast.mailedLink(member.email(), "/reset"));
      Map<String, Object> wanted = Map.of("token", token, "newPassword", "three random words");
      Answer reset = nobody.post("/api/v1/passwords/reset", wanted);
      assertEquals(204, reset.status());
      assertEquals("", reset.header("Set-Cookie"));
      assertEquals(401, cast.client(member).get(ME).status());
      assertEquals("link-void", nobody.post("/api/v1/passwords/reset", wanted).code());
    }
  }

  @Test
  void graveChangesNeedThePasswordAgain() {
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Client client = cast.client(cast.newcomer());
      Map<String, Object> wrong = Map.of("currentPassword", "not the one");
      assertEquals("password-wrong", client.post(ME + "/second-factor", wrong).code());
      assertEquals("password-wrong", client.delete(ME + "/second-factor", wrong).code());
      assertEquals(
          "password-wrong",
          client
              .patch(ME, Map.of("email", "new@example.com", "currentPassword", "not the one"))
              .code());
      assertEquals(
          "password-wrong",
          client.delete(ME, Map.of("confirmation", "DELETE", "password", "not the one")).code());
    }
  }

  @Test
  void whoeverGuessesBehindAProxySlowsDownNobodyElseThere() {
    try (TestHost host = TestHost.with(Map.of(ConfigKey.WEB_TRUSTED_PROXIES, "127.0.0.1"))) {
      Client client = new Cast(host).client();
      int tries = 0;
      while (guess(client, "g" + tries + "@example.com", "198.51.100.7").status() != 429) {
        tries++;
        assertTrue(tries < 150, "nothing slows the guesser down");
      }
      assertEquals(401, guess(client, "other@example.com", "203.0.113.9").status());
      assertEquals(429, guess(client, "other@example.com", "203.0.113.9, 198.51.100.7").status());
    }
  }

  @Test
  void aForwardedAddressCountsForNothingWithoutATrustedProxy() {
    try (TestHost host = TestHost.inMemory()) {
      Client client = new Cast(host).client();
      int tries = 0;
      while (guess(client, "g" + tries + "@example.com", "198.51.100." + tries).status() != 429) {
        tries++;
        assertTrue(tries < 150, "nothing slows the guesser down");
      }
    }
  }

  private static Answer guess(Client client, String email, String forwardedFor) {
    String body = Json.text(Map.of("email", email, "password", "wrong words"));
    return client.send(
        HttpRequest.newBuilder(client.uri("/api/v1/sessions"))
            .header("Content-Type", "application/json")
            .header("X-Forwarded-For", forwardedFor)
            .POST(BodyPublishers.ofString(body)));
  }

  @Test
  void sessionsExpire() {
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Member member = cast.newcomer();
      host.clock().advance(Duration.ofDays(7).minusSeconds(1));
      assertEquals(200, cast.client(member).get(ME).status());
      host.clock().advance(Duration.ofSeconds(1));
      assertEquals(401, cast.client(member).get(ME).status());
    }
  }

  @Test
  void unsafeRequestsNeedTheTokenOfTheSessionBesideTheCookieOnEveryRoute() {
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Samples samples = new Samples(host, cast);
      Member other = cast.subscriber();
      String foreign = csrf(withCookie(cast, other, "GET", "/profile", "").body());
      for (Route route : host.routes()) {
        // What is signed needs no session, and has none.
        boolean isSigned = route.path().text().startsWith("/webhooks/");
        if (!route.method().isSafe() && route.access() != Access.AGENT && !isSigned) {
          Member owner = cast.subscriber();
          Member caller = route.access() == Access.ADMIN ? cast.administrator() : owner;
          String own = csrf(withCookie(cast, caller, "GET", "/profile", "").body());
          for (String token : List.of("", "nonsense", foreign)) {
            Answer refused = withToken(cast, samples, route, caller, owner, token);
            assertEquals(403, refused.status(), route + " " + refused.body());
            if (route.isApi()) {
              assertEquals("csrf-token-wrong", refused.code(), route.toString());
            }
          }
          Answer let = withToken(cast, samples, route, caller, owner, own);
          assertNotEquals(403, let.status(), route + " " + let.body());
        }
      }
    }
  }

  @Test
  void crossSiteRequestsAreRefusedEvenFromStrangers() {
    try (TestHost host = TestHost.inMemory()) {
      Client client = new Cast(host).client();
      Answer answer =
          client.send(
              HttpRequest.newBuilder(client.uri("/api/v1/passwords/forgot"))
                  .header("Content-Type", "application/json")
                  .header("Sec-Fetch-Site", "cross-site")
                  .POST(BodyPublishers.ofString("{\"email\":\"sam@example.com\"}")));
      assertEquals("cross-site-request", answer.code());
    }
  }

  @Test
  void readingChangesNothing() {
    try (TestHost host = host(true)) {
      Cast cast = new Cast(host);
      Samples samples = new Samples(host, cast);
      Member user = cast.subscriber();
      Member admin = cast.administrator();
      for (Route route : host.routes()) {
        // Whoever comes back from approving waits for news of the payment provider: it is asked.
        boolean isWaiting = route.path().text().equals("/plan/thanks");
        if (route.method() == Method.GET && !isWaiting) {
          String path = samples.path(route, user);
          Client client = cast.client(route, user, admin);
          // Long enough for sessions to be seen anew.
          host.clock().advance(Duration.ofMinutes(6));
          host.vault().peerLists().publish();
          SortedSet<String> before = Dump.of(folder);
          assertTrue(before.size() > 200, "only " + before);
          client.send("HEAD", path, null);
          cast.client().get(path);
          assertEquals(before, Dump.of(folder), "HEAD, and a stranger's " + route);
          // A configuration is written when first asked for, and notes that it was handed out.
          String written = path.endsWith("/config") ? "device_configs" : "none";
          before = Dump.of(folder, written, "sqlite_sequence");
          assertEquals(200, client.get(path).status(), route.toString());
          assertEquals(before, Dump.of(folder, written, "sqlite_sequence"), route.toString());
        }
      }
    }
  }

  @Test
  void lookingAtAMailedLinkDoesNotSpendIt() {
    try (TestHost host = host(true)) {
      Cast cast = new Cast(host);
      Client nobody = cast.client();
      String email = cast.newcomer().email();
      nobody.post("/api/v1/passwords/forgot", Map.of("email", email));
      String verify = cast.mailedLink(email, "/verify");
      String reset = cast.mailedLink(email, "/reset");
      SortedSet<String> before = Dump.of(folder);
      for (String link : List.of(verify, reset)) {
        for (String method : List.of("HEAD", "GET", "HEAD", "GET")) {
          assertEquals(200, nobody.send(method, link, null).status());
        }
      }
      assertEquals(before, Dump.of(folder));
      assertEquals(
          204, nobody.post("/api/v1/verifications", Map.of("token", tokenIn(verify))).status());
      Map<String, Object> wanted =
          Map.of("token", tokenIn(reset), "newPassword", "three random words");
      assertEquals(204, nobody.post("/api/v1/passwords/reset", wanted).status());
    }
  }

  private TestHost host(boolean onFiles) {
    return onFiles ? TestHost.onFiles(folder) : TestHost.inMemory();
  }

  private static Answer withToken(
      Cast cast, Samples samples, Route route, Member caller, Member owner, String csrf) {
    Client client = cast.client();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(client.uri(samples.path(route, owner)))
            .header("Cookie", "__Host-truevault=" + caller.token())
            .header("Content-Type", "application/json")
            .method(route.method().name(), BodyPublishers.ofString("{}"));
    return client.send(csrf.isEmpty() ? request : request.header("X-CSRF-Token", csrf));
  }

  private static Answer withCookie(
      Cast cast, Member caller, String method, String path, String form) {
    Client client = cast.client();
    return client.send(
        HttpRequest.newBuilder(client.uri(path))
            .header("Cookie", "__Host-truevault=" + caller.token())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method, BodyPublishers.ofString(form)));
  }

  private static String csrf(String page) {
    return page.replaceAll("(?s).*name=\"csrf\" value=\"([^\"]+)\".*", "$1");
  }

  private static String tokenOf(Answer signedIn) {
    return signedIn.header("Set-Cookie").replaceAll("__Host-truevault=([^;]*);.*", "$1");
  }

  private static String tokenIn(String link) {
    return link.substring(link.indexOf('=') + 1);
  }
}
