package com.truevault.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import com.truevault.web.api.Cast.Member;
import com.truevault.web.host.TestHost;
import com.truevault.web.http.FakeIncoming;
import com.truevault.web.http.Response;
import com.truevault.web.http.Route;
import com.truevault.web.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ten thousand malformed requests to every route of the API, by those who may call it. */
class RandomRequestsTest {
  private static final int REQUESTS = 10_000;
  private static final long SEED = 20_260_101;

  private final Random random = new Random(SEED);
  private final Declared declared = Declared.read();

  /** What a route is asked with before it is broken. */
  private record Target(Route route, String path, String body, String token) {}

  @Test
  void tenThousandMalformedRequestsAreRefusedAndStoreNothing() {
    try (TestHost host = TestHost.inMemory()) {
      List<Target> targets = targets(host);
      Stored before = Stored.in(host.vault());
      for (int i = 0; i < REQUESTS; i++) {
        Target target = targets.get(random.nextInt(targets.size()));
        Response response = host.application().answer(broken(target));
        int status = response.status();
        assertTrue(
            status >= 400 && status < 500,
            () -> "request " + target + " was answered by " + status);
        assertEquals("application/problem+json", response.header("Content-Type"));
        declared.require(target.route(), code(response));
      }
      assertEquals(before, Stored.in(host.vault()));
    }
  }

  private static String code(Response response) {
    String body = new String(response.bytes(), StandardCharsets.UTF_8);
    return JsonParser.parseString(body).getAsJsonObject().get("code").getAsString();
  }

  private static List<Target> targets(TestHost host) {
    Cast cast = new Cast(host);
    Samples samples = new Samples(host, cast);
    Member user = cast.subscriber();
    Member admin = cast.administrator();
    Map<Route, Target> targets = new HashMap<>();
    for (Route route : host.routes()) {
      if (route.isApi()) {
        Map<String, Object> body = samples.body(route);
        targets.put(
            route,
            new Target(
                route,
                samples.path(route, user),
                body == null ? "" : Json.text(body),
                cast.token(route, user, admin)));
      }
    }
    return host.routes().stream().filter(Route::isApi).map(targets::get).toList();
  }

  /** A request that is wrong in at least one way, whatever else happens to it. */
  private FakeIncoming broken(Target target) {
    boolean hasBody = !target.body().isEmpty();
    String query = hasBody && random.nextBoolean() ? "" : "?" + word() + "=" + word();
    FakeIncoming request =
        FakeIncoming.of(target.route().method().name(), target.path() + query)
            .with("Authorization", "Bearer " + target.token());
    if (!hasBody) {
      return request;
    }
    return random.nextInt(10) == 0
        ? request.body("text/" + word(), target.body())
        : request.body("application/json", body(target.body()));
  }

  private byte[] body(String sample) {
    String inside = sample.substring(1);
    String text =
        switch (random.nextInt(6)) {
          case 0 -> sample.substring(0, random.nextInt(sample.length()));
          case 1 -> "{\"" + word() + "\":[" + number() + "]," + inside;
          case 2 -> sample + word();
          case 3 -> "[" + sample + "]";
          case 4 -> "{" + sample.substring(1, sample.length() - 1) + "," + inside;
          default -> sample.replaceFirst(":", ":" + number() + word());
        };
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(4) == 0 && bytes.length > 0) {
      // An octet that UTF-8 never has, so that what was broken stays broken.
      bytes[random.nextInt(bytes.length)] = (byte) 0xff;
    }
    return bytes;
  }

  private String number() {
    return List.of("0", "-1", "1e999", "99999999999999999999", "1.5").get(random.nextInt(5));
  }

  private String word() {
    StringBuilder word = new StringBuilder("zz");
    for (int length = 1 + random.nextInt(12); length > 0; length--) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }
}
