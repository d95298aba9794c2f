package com.truevault.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.web.api.Cast.Member;
import com.truevault.web.host.TestHost;
import com.truevault.web.http.Method;
import com.truevault.web.http.Route;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sessions over the API (security rows 5, 16 to 18, 20 to 24 and 29). */
class SessionTest {
  private static final String ME = "/api/v1/me";

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
  void endingSessionsTakesEffectAtOnce() {
    try (TestHost host = TestHost.inMemory()) {
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

  @Test
  void administratorsEndAnybodysSessionsAtOnce() {
    try (TestHost host = TestHost.inMemory()) {
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

  @Test
  void changingThePasswordNeedsTheCurrentOneAndEndsOtherSessions() {
    try (TestHost host = TestHost.inMemory()) {
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
      host.vault().maintenance().deliver();
      String mail = host.mailbox().newestTo(member.email()).orElseThrow().text();
      String token = mail.replaceAll("(?s).*token=([A-Za-z0-9_-]+).*", "$1");
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
  void unsafeRequestsWithTheCookieAloneAreRefusedByEveryRoute() {
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Samples samples = new Samples(host, cast);
      Member user = cast.subscriber();
      Member admin = cast.administrator();
      for (Route route : host.routes()) {
        if (!route.method().isSafe()) {
          boolean isAdmin = route.path().text().contains("/admin/");
          Answer answer = withCookie(cast, samples, route, isAdmin ? admin : user, user);
          assertEquals(403, answer.status(), route + " " + answer.body());
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
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Samples samples = new Samples(host, cast);
      Member user = cast.subscriber();
      Client admin = cast.client(cast.administrator());
      for (Route route : host.routes()) {
        if (route.method() == Method.GET) {
          String path = samples.path(route, user);
          Stored before = Stored.in(host.vault());
          cast.client(user).send("GET", path, null);
          cast.client(user).send("HEAD", path, null);
          admin.send("GET", path, null);
          assertEquals(before, Stored.in(host.vault()), route.toString());
        }
      }
    }
  }

  private static Answer withCookie(
      Cast cast, Samples samples, Route route, Member caller, Member owner) {
    Client client = cast.client();
    return client.send(
        HttpRequest.newBuilder(client.uri(samples.path(route, owner)))
            .header("Cookie", "__Host-truevault=" + caller.token())
            .header("Content-Type", "application/json")
            .method(route.method().name(), BodyPublishers.ofString("{}")));
  }
}
