package com.truevault.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.web.api.Cast.Member;
import com.truevault.web.host.TestHost;
import com.truevault.web.http.Method;
import com.truevault.web.http.Route;
import com.truevault.web.json.Json;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Fields that are not the caller's to set are refused on every route (security row 32). */
class MassAssignmentTest {
  private static final Pattern FORM =
      Pattern.compile("(?s)<form[^>]* method=\"post\" action=\"([^\"]*)\"[^>]*>(.*?)</form>");
  private static final Pattern NAME = Pattern.compile(" name=\"([^\"]+)\"");
  private static final List<String> FORBIDDEN =
      List.of(
          "role",
          "isVip",
          "accountType",
          "maxDevices",
          "userId",
          "emailVerified",
          "planPrice",
          "paidThrough",
          "id",
          "passwordHash",
          "assignedIp",
          "__proto__");

  @Test
  void everyRouteThatReadsARecordRefusesForbiddenFields() {
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Samples samples = new Samples(host, cast);
      Member user = cast.subscriber();
      Member admin = cast.administrator();
      for (Route route : host.routes()) {
        if (route.body().isPresent()) {
          Client client = cast.client(route, user, admin);
          refuses(client, route, samples, user);
        }
      }
    }
  }

  @Test
  void everyFormRefusesFieldsThatItDoesNotHave() {
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Samples samples = new Samples(host, cast);
      Member user = cast.subscriber();
      Member admin = cast.administrator();
      int forms = 0;
      for (Route route : host.routes()) {
        if (!route.isApi() && !route.method().isSafe()) {
          Client client = cast.client(route, user, admin);
          String path = samples.path(route, user);
          Map<String, String> fields = new LinkedHashMap<>();
          route.form().forEach(field -> fields.put(field, "1"));
          Stored before = Stored.in(host.vault());
          for (String field : FORBIDDEN) {
            Map<String, String> more = new LinkedHashMap<>(fields);
            more.put(field, "1");
            assertEquals(400, client.form(path, more).status(), route + " with " + field);
          }
          assertEquals(before, Stored.in(host.vault()), route.toString());
          forms++;
        }
      }
      assertTrue(forms > 30, "only " + forms + " forms");
    }
  }

  @Test
  void everyFieldOfEveryFormThatIsShownIsKnownToItsRoute() {
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Samples samples = new Samples(host, cast);
      Member user = cast.subscriber();
      Member admin = cast.administrator();
      Set<String> seen = new HashSet<>();
      for (Route route : host.routes()) {
        if (!route.isApi() && route.method() == Method.GET) {
          Client client = cast.client(route, user, admin);
          String page = samples.send(client, route, user).body();
          FORM.matcher(page)
              .results()
              .forEach(form -> knows(host, form.group(1), form.group(2), seen));
        }
      }
      assertTrue(seen.size() > 20, "only " + seen);
    }
  }

  private static void knows(TestHost host, String action, String form, Set<String> seen) {
    Route target =
        host.routes().stream()
            .filter(route -> route.method() == Method.POST)
            .filter(route -> action.matches(route.path().text().replaceAll("\\{\\w+}", "[^/]+")))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no route answers the form to " + action));
    seen.add(target.toString());
    NAME.matcher(form)
        .results()
        .map(name -> name.group(1))
        .filter(name -> !name.equals("csrf"))
        .forEach(name -> assertTrue(target.form().contains(name), target + " knows no " + name));
  }

  private static void refuses(Client client, Route route, Samples samples, Member user) {
    String path = samples.path(route, user);
    for (String field : FORBIDDEN) {
      Map<String, Object> body = new LinkedHashMap<>();
      Map<String, Object> sample = samples.body(route);
      body.putAll(sample == null ? Map.of() : sample);
      body.put(field, "1");
      Answer answer = client.send(route.method().name(), path, Json.text(body));
      String what = route + " with " + field + ": " + answer.body();
      assertEquals(400, answer.status(), what);
      assertEquals("invalid-fields", answer.code(), what);
      assertTrue(answer.body().contains("is not a known field"), what);
    }
  }
}
