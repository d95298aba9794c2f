package com.truevault.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.truevault.web.host.TestHost;
import com.truevault.web.http.Access;
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
          Client client =
              route.access() == Access.ADMIN
                  ? cast.client(cast.administrator())
                  : cast.client(member);
          answersAsDescribed(document, route, samples.send(client, route, member));
        }
      }
    }
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
