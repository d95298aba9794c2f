package com.truevault.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.web.api.Cast.Member;
import com.truevault.web.host.TestHost;
import com.truevault.web.http.Access;
import com.truevault.web.http.FakeIncoming;
import com.truevault.web.http.Method;
import com.truevault.web.http.Response;
import com.truevault.web.http.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What holds for the answer of every route (security rows 11, 28, 29 and 88). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryAnswerTest {
  private static final String EVIL = "evil.example.com";
  private static final String FORGED =
      "Host: %1$s\r\nX-Forwarded-Host: %1$s\r\nX-Forwarded-Proto: gopher\r\nX-Host: %1$s\r\n"
              .formatted(EVIL)
          + "X-Forwarded-For: 198.51.100.66\r\nForwarded: host=%s;proto=gopher\r\n".formatted(EVIL);

  private final TestHost host = TestHost.inMemory();
  private final Cast cast = new Cast(host);
  private final Samples samples = new Samples(host, cast);
  private final Member user = cast.subscriber();
  private final Member admin = cast.administrator();

  @AfterAll
  void stop() {
    host.close();
  }

  @Test
  void isTheSameWhateverHostTheRequestNames() throws IOException {
    String real = "Host: " + URI.create(host.url()).getAuthority() + "\r\n";
    for (Route route : readingRoutes()) {
      String start = "GET " + samples.path(route, user) + " HTTP/1.1\r\n" + token(route);
      String expected = withoutIds(raw(start + real + "\r\n"));
      assertTrue(expected.matches("(?s)HTTP/1.1 (200|303) .*"), expected);
      assertEquals(expected, withoutIds(raw(start + FORGED + "\r\n")), route.toString());
    }
  }

  @Test
  void mailsLinksToTheConfiguredAddressWhateverHostTheRequestNames() throws IOException {
    Member member = cast.newcomer();
    String body = "{\"email\":\"" + member.email() + "\"}";
    String answer =
        raw(
            "POST /api/v1/passwords/forgot HTTP/1.1\r\nContent-Type: application/json\r\n"
                + "Content-Length: %d\r\n%s\r\n%s".formatted(body.length(), FORGED, body));
    assertTrue(answer.startsWith("HTTP/1.1 202"), answer);
    assertTrue(cast.mailedLink(member.email(), "/reset").startsWith(host.url() + "/reset?token="));
    assertTrue(host.mailbox().mails().stream().noneMatch(mail -> mail.text().contains(EVIL)));
  }

  @Test
  void refusesAnOriginThatIsForgedTogetherWithTheHost() throws IOException {
    for (String path : List.of("/api/v1/passwords/forgot", "/forgot", "/sign-in", "/sign-out")) {
      for (String scheme : List.of("http", "https")) {
        String origin = "Origin: " + scheme + "://" + EVIL + "\r\n";
        String answer =
            raw("POST " + path + " HTTP/1.1\r\n" + bearer(user.token()) + origin + FORGED + "\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 403"), path + " " + answer);
      }
    }
  }

  @Test
  void isSharedWithNoOtherOrigin() {
    for (Route route : readingRoutes()) {
      for (String origin : List.of("https://" + EVIL, "null", host.url())) {
        FakeIncoming request = request(route, samples.path(route, user)).with("Origin", origin);
        assertEquals(
            List.of(),
            host.application().answer(request).headers().stream()
                .map(Response.Header::name)
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"))
                .toList(),
            route.toString());
      }
    }
  }

  @Test
  void isStoredNowhereIfItIsPersonal() {
    for (Route route : host.routes()) {
      if (route.access() != Access.ANYONE) {
        Member owner = cast.subscriber();
        Client caller = cast.client(route, owner, admin);
        Answer answer = samples.send(caller, route, owner);
        assertEquals("no-store", answer.header("Cache-Control"), route.toString());
        if (route.access() == Access.AGENT) {
          // A list is named by its version, and nobody but its agent can ask for it.
          continue;
        }
        assertEquals(List.of(), answer.headers().allValues("ETag"), route.toString());
      }
    }
  }

  @Test
  void saysItsTypeAndThatTextIsUtf8() {
    for (Route route : host.routes()) {
      Member owner = cast.subscriber();
      Answer answer = samples.send(cast.client(route, owner, admin), route, owner);
      String type = answer.header("Content-Type").toLowerCase(Locale.ROOT).replace(" ", "");
      assertTrue(
          answer.body().isEmpty()
              || type.matches(
                  "application/(problem\\+)?json|text/(html|plain|css|csv);charset=utf-8"
                      + "|application/vnd.truevault.peers|application/pdf"),
          route + " " + type);
      assertEquals("nosniff", answer.header("X-Content-Type-Options"), route.toString());
    }
  }

  @Test
  void isNeverServedUnderTheNameOfAFile() {
    for (Route route : readingRoutes()) {
      String path = samples.path(route, user);
      String base = path.equals("/") ? "" : path;
      for (String name : List.of(base + "/x.css", base + ".css", base + "/x.js", base + "/x.png")) {
        if (!name.startsWith("/")) {
          continue;
        }
        Response answer = host.application().answer(request(route, name));
        // 400 where the name is no key, 405 where only other methods have such a path.
        assertTrue(List.of(400, 404, 405).contains(answer.status()), name + " " + answer.status());
        assertEquals("no-store", answer.header("Cache-Control"), name);
      }
    }
  }

  private List<Route> readingRoutes() {
    return host.routes().stream().filter(route -> route.method() == Method.GET).toList();
  }

  private FakeIncoming request(Route route, String path) {
    String token = cast.token(route, user, admin);
    return FakeIncoming.get(path).with("Authorization", "Bearer " + token);
  }

  private String token(Route route) {
    return bearer(cast.token(route, user, admin));
  }

  private static String bearer(String token) {
    return "Authorization: Bearer " + token + "\r\n";
  }

  private String raw(String request) throws IOException {
    int port = URI.create(host.url()).getPort();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String withoutIds(String answer) {
    return answer.replaceAll("(?m)^(X-Request-Id|Date): .*$", "");
  }
}
