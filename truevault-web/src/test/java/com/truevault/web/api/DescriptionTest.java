package com.truevault.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.truevault.web.host.TestHost;
import com.truevault.web.http.Method;
import com.truevault.web.http.Route;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The description of the API and the API are one. */
class DescriptionTest {
  @Test
  void everyRouteIsDescribedAndEveryDescriptionIsARoute() {
    try (TestHost host = TestHost.inMemory()) {
      Set<String> described = new TreeSet<>();
      JsonObject paths =
          new Cast(host).client().get("/openapi.json").json().getAsJsonObject("paths");
      for (Map.Entry<String, JsonElement> path : paths.entrySet()) {
        for (String method : path.getValue().getAsJsonObject().keySet()) {
          described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
        }
      }
      assertEquals(
          host.routes().stream()
              .filter(Route::isApi)
              .map(Route::toString)
              .collect(Collectors.toCollection(TreeSet::new)),
          described);
    }
  }

  @Test
  void everyDescriptionAnswersAsItSays() {
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      JsonObject document = cast.client().get("/openapi.json").json();
      Samples samples = new Samples(host, cast);
      for (Route route : host.routes()) {
        if (route.isApi()) {
          Cast.Member member = cast.subscriber();
          Client client = cast.client(route, member, cast.administrator());
          answersAsDescribed(document, route, samples.send(client, route, member));
        }
      }
    }
  }

  @Test
  void everyListPagesByLimitAndCursor() {
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Samples samples = new Samples(host, cast);
      Cast.Member member = cast.subscriber();
      Cast.Member admin = cast.administrator();
      int walked = 0;
      for (Route route : host.routes()) {
        boolean isList =
            route.method() == Method.GET && route.answers().stream().anyMatch(Route.Answer::isPage);
        if (isList) {
          Client client = cast.client(route, member, admin);
          String path = samples.path(route, member);
          JsonArray whole = client.get(path + "?limit=100").json().getAsJsonArray("items");
          assertEquals(whole, walked(client, path), route.toString());
          walked += whole.size() > 1 ? 1 : 0;
        }
      }
      assertTrue(walked > 7, "only " + walked + " lists had more than one page");
    }
  }

  /** The items of a list, one a page. */
  private static JsonArray walked(Client client, String path) {
    JsonArray items = new JsonArray();
    String cursor = "";
    do {
      JsonObject page = client.get(path + "?limit=1" + cursor).json();
      items.addAll(page.getAsJsonArray("items"));
      JsonElement next = page.get("next");
      cursor = next.isJsonNull() ? "" : "&cursor=" + next.getAsString();
    } while (!cursor.isEmpty());
    return items;
  }

  @Test
  void whatWasCreatedIsFoundWhereTheAnswerSays() {
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Samples samples = new Samples(host, cast);
      for (Route route : host.routes()) {
        if (route.answers().stream().anyMatch(answer -> answer.status() == 201)) {
          // Whoever has a subscription opens no second one.
          boolean isSale = route.path().text().endsWith("/subscriptions");
          Cast.Member member = isSale ? cast.newcomer() : cast.subscriber();
          Client client = cast.client(route, member, cast.administrator());
          Answer created = samples.send(client, route, member);
          assertEquals(201, created.status(), created.body());
          Client owner = owner(route, created, client);
          assertEquals(200, owner.get(created.header("Location")).status(), route.toString());
        }
      }
    }
  }

  /** Who signed in or joined just now goes on as that. */
  private static Client owner(Route route, Answer created, Client client) {
    return route.path().text().endsWith("/v1/sessions")
        ? client.as(created.text("token"))
        : created.json().has("credential") ? client.as(created.text("credential")) : client;
  }

  private static void answersAsDescribed(JsonObject document, Route route, Answer answer) {
    JsonObject operation =
        document
            .getAsJsonObject("paths")
            .getAsJsonObject(route.path().text())
            .getAsJsonObject(route.method().name().toLowerCase(Locale.ROOT));
    assertFalse(operation.get("summary").getAsString().isEmpty(), route.toString());
    JsonObject responses = operation.getAsJsonObject("responses");
    if (!answer.code().isEmpty()) {
      JsonArray known = operation.getAsJsonArray("x-problems");
      assertTrue(
          known != null && known.toString().contains("\"" + answer.code() + "\""),
          route + " " + answer.body());
      return;
    }
    assertTrue(responses.has(Integer.toString(answer.status())), route + " " + answer.status());
    JsonObject content =
        responses.getAsJsonObject(Integer.toString(answer.status())).getAsJsonObject("content");
    if (content == null) {
      assertEquals("", answer.body(), route.toString());
      return;
    }
    String type = content.keySet().iterator().next();
    assertTrue(answer.header("Content-Type").startsWith(type), route.toString());
    JsonElement schema = content.getAsJsonObject(type).get("schema");
    if (schema != null) {
      new Shape(document, route.toString()).check(schema.getAsJsonObject(), answer.json());
    }
    assertNotEquals(0, answer.body().length());
  }
}
