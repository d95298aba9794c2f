package com.truevault.web.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.truevault.web.http.Access;
import com.truevault.web.http.FakeIncoming;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.TestApplication;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenApiTest {
  enum Kind {
    PHONE,
    DESK_TOP
  }

  record ThingJson(String name, long size, Kind kind, @Nullable Instant at, List<PartJson> parts) {}

  record PartJson(boolean isSpare) {}

  record NewThing(String name) {}

  private final JsonObject document = document();

  private static JsonObject document() {
    Response response =
        TestApplication.of(OpenApi.of("1.2.3"), OpenApiTest::define)
            .answer(FakeIncoming.get("/openapi.json"));
    assertEquals(200, response.status());
    return JsonParser.parseString(TestApplication.body(response)).getAsJsonObject();
  }

  private static void define(Router router) {
    router
        .get("/api/v1/things", r -> Response.noContent())
        .access(Access.USER)
        .summary("Lists things")
        .paged()
        .answersPage(ThingJson.class);
    router
        .post("/api/v1/things", r -> Response.noContent())
        .access(Access.ADMIN)
        .summary("Adds a thing")
        .body(NewThing.class)
        .answers(201, ThingJson.class)
        .problems("thing-limit-reached");
    router
        .get("/api/v1/things/{thingId}/text", r -> Response.noContent())
        .access(Access.ANYONE)
        .summary("Shows a thing")
        .answersAs(200, "text/plain; charset=utf-8");
    router.get("/page", r -> Response.noContent()).access(Access.ANYONE);
  }

  private JsonObject at(String... names) {
    JsonObject here = document;
    for (String name : names) {
      here = here.getAsJsonObject(name);
    }
    return here;
  }

  @Test
  void describesApiRoutesAndNoPages() {
    assertEquals("3.1.0", document.get("openapi").getAsString());
    assertEquals(
        List.of("/openapi.json", "/api/v1/things", "/api/v1/things/{thingId}/text"),
        List.copyOf(at("paths").keySet()));
  }

  @Test
  void namesOperationsParametersAndSecurity() {
    JsonObject text = at("paths", "/api/v1/things/{thingId}/text", "get");
    assertEquals("getThingsByThingIdText", text.get("operationId").getAsString());
    assertEquals("[\"things\"]", text.get("tags").toString());
    assertEquals("[]", text.get("security").toString());
    assertTrue(text.get("parameters").toString().contains("\"in\":\"path\",\"required\":true"));
    assertTrue(text.get("responses").toString().contains("\"text/plain\""));
    JsonObject list = at("paths", "/api/v1/things", "get");
    assertTrue(list.get("parameters").toString().contains("\"name\":\"cursor\""));
    assertEquals("[{\"bearer\":[]},{\"cookie\":[]}]", list.get("security").toString());
    assertTrue(list.get("responses").toString().contains("\"next\""));
  }

  @Test
  void describesRecordsByTheirComponents() {
    JsonObject thing = at("components", "schemas", "Thing");
    assertEquals("[\"name\",\"size\",\"kind\",\"parts\"]", thing.get("required").toString());
    assertEquals(
        "{\"name\":{\"type\":\"string\"},"
            + "\"size\":{\"type\":\"integer\",\"format\":\"int64\"},"
            + "\"kind\":{\"type\":\"string\",\"enum\":[\"phone\",\"desk_top\"]},"
            + "\"at\":{\"anyOf\":[{\"type\":\"string\",\"format\":\"date-time\"},"
            + "{\"type\":\"null\"}]},"
            + "\"parts\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/Part\"}}}",
        thing.get("properties").toString());
    assertTrue(at("components", "schemas").has("Problem"));
  }

  @Test
  void namesBodiesAnswersAndProblems() {
    JsonObject add = at("paths", "/api/v1/things", "post");
    assertTrue(add.get("requestBody").toString().contains("#/components/schemas/NewThing"));
    assertTrue(add.getAsJsonObject("responses").has("201"));
    assertTrue(add.getAsJsonObject("responses").has("403"));
    assertTrue(add.getAsJsonObject("responses").has("default"));
    assertEquals("[\"thing-limit-reached\"]", add.get("x-problems").toString());
    assertFalse(at("paths", "/api/v1/things", "get").has("requestBody"));
  }

  @Test
  void isTheSameEachTime() {
    assertEquals(document.toString(), document().toString());
  }
}
