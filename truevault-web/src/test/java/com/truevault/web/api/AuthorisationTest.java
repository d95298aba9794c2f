package com.truevault.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.audit.AuditEntry;
import com.truevault.store.PageRequest;
import com.truevault.web.api.Cast.Member;
import com.truevault.web.host.TestHost;
import com.truevault.web.http.Access;
import com.truevault.web.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The matrix of every route and everybody (security rows 30 and 31): {@code authorisation.csv} says
 * which status each of them gets. Paths name things of the user; the others try them all the same.
 */
class AuthorisationTest {
  private static final List<String> PEOPLE =
      List.of("anonymous", "user", "other", "vip", "admin", "suspended", "unpaid");

  private static final int ROUTES_PER_HOST = 12;

  @Test
  void everyRouteHasARowAndEveryRowARoute() throws IOException {
    assertEquals(
        routes().stream().map(Route::toString).sorted().toList(),
        matrix().keySet().stream().sorted().toList());
  }

  @Test
  void everybodyGetsTheStatusOfTheMatrixOnEveryRoute() throws IOException {
    Map<String, List<String>> matrix = matrix();
    List<Route> routes = routes();
    List<String> wrong = new ArrayList<>();
    for (int from = 0; from < routes.size(); from += ROUTES_PER_HOST) {
      // Small hosts: in memory, a write takes as long as there are rows.
      try (TestHost host = TestHost.inMemory()) {
        Cast cast = new Cast(host);
        for (Route route : routes.subList(from, Math.min(from + ROUTES_PER_HOST, routes.size()))) {
          List<String> row = matrix.getOrDefault(route.toString(), List.of());
          List<String> answered = statuses(host, cast, route);
          if (!row.equals(answered)) {
            wrong.add(route + "," + String.join(",", answered));
          }
        }
      }
    }
    assertEquals("", String.join("\n", wrong), "for " + PEOPLE);
  }

  @Test
  void theMatrixLetsNobodyWhereTheyDoNotBelong() throws IOException {
    Map<String, List<String>> matrix = matrix();
    for (Route route : routes()) {
      List<String> row = matrix.getOrDefault(route.toString(), List.of());
      String barred = route.isApi() ? "401" : "303";
      if (route.access() != Access.ANYONE) {
        assertEquals(barred, row.get(0), route + " for anonymous");
      }
      if (route.access() == Access.ADMIN) {
        for (int i : new int[] {1, 2, 3, 5, 6}) {
          assertEquals("403", row.get(i), route + " for " + PEOPLE.get(i));
        }
      }
      if (route.path().text().contains("{deviceId}")) {
        for (int i : new int[] {2, 3, 4}) {
          // 403 where nothing at all is answered to somebody without a plan.
          assertTrue(row.get(i).matches("403|404"), route + " for " + PEOPLE.get(i));
        }
      }
      assertTrue(row.stream().noneMatch(status -> status.startsWith("5")), route.toString());
    }
  }

  @Test
  void aDenialLeavesARowInTheAuditLog() {
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Member user = cast.newcomer();
      assertEquals(403, cast.client(user).get("/api/v1/admin/users").status());
      assertEquals(403, cast.client(user).get("/admin/settings").status());
      assertEquals(403, cast.client(user).delete("/api/v1/admin/sessions/x").status());
      assertEquals(
          List.of(
              "DELETE /api/v1/admin/sessions/x", "GET /admin/settings", "GET /api/v1/admin/users"),
          host.vault().audit().list("access.denied", PageRequest.first()).items().stream()
              .filter(entry -> entry.actor().equals(user.user().publicId()))
              .map(AuditEntry::subject)
              .toList());
    }
  }

  private static List<Route> routes() {
    try (TestHost host = TestHost.inMemory()) {
      return host.routes();
    }
  }

  private static List<String> statuses(TestHost host, Cast cast, Route route) {
    Samples samples = new Samples(host, cast);
    List<String> statuses = new ArrayList<>();
    for (String who : PEOPLE) {
      Member owner = cast.subscriber();
      if (who.equals("suspended")) {
        cast.device(owner);
        host.vault().users().block("system", owner.user(), "test");
      } else if (who.equals("unpaid")) {
        cast.device(owner);
        cast.leaveUnpaid(owner);
      }
      Client client = client(cast, who, owner);
      statuses.add(Integer.toString(samples.send(client, route, owner).status()));
    }
    return statuses;
  }

  private static Client client(Cast cast, String who, Member owner) {
    return switch (who) {
      case "anonymous" -> cast.client();
      case "other" -> cast.client(cast.subscriber());
      case "vip" -> cast.client(cast.vip());
      case "admin" -> cast.client(cast.administrator());
      default -> cast.client(owner);
    };
  }

  private static Map<String, List<String>> matrix() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(AuthorisationTest.class.getResourceAsStream("/authorisation.csv"))) {
      Map<String, List<String>> rows = new LinkedHashMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .forEach(
              line -> {
                List<String> cells = Arrays.asList(line.split(",", -1));
                rows.put(cells.get(0), cells.subList(1, cells.size()));
              });
      return rows;
    }
  }
}
