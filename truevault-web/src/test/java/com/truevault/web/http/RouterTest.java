package com.truevault.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {
  private final WebApplication application = TestApplication.of(RouterTest::define);

  private static void define(Router router) {
    router.get("/", r -> Response.text("home")).access(Access.ANYONE);
    router.get("/api/devices", r -> Response.text("list")).access(Access.ANYONE);
    router.post("/api/devices", r -> Response.text("add")).access(Access.ANYONE);
    router.get("/api/devices/new", r -> Response.text("new")).access(Access.ANYONE);
    router
        .get("/api/devices/{id}", r -> Response.text("one " + r.pathParameter("id")))
        .access(Access.ANYONE);
    router
        .get("/api/devices/new/config", r -> Response.text("config of new"))
        .access(Access.ANYONE);
    router
        .get(
            "/api/devices/{id}/keys/{key}",
            r -> Response.text(r.pathParameter("id") + " " + r.pathParameter("key")))
        .access(Access.ANYONE);
    router
        .get("/files/{path*}", r -> Response.text("file " + r.pathParameter("path")))
        .access(Access.ANYONE);
  }

  @ParameterizedTest
  @CsvSource({
    "/, 200, home",
    "/api/devices, 200, list",
    "/api/devices/new, 200, new",
    "/api/devices/7, 200, one 7",
    "/api/devices/%C3%A9%20x, 200, one é x",
    "/api/devices/new/keys/1, 200, new 1",
    "/api/devices/new/config, 200, config of new",
    "/files/a/b.css, 200, file a/b.css",
  })
  void findsTheRoute(String path, int status, String body) {
    Response response = application.answer(FakeIncoming.get(path));
    assertEquals(status, response.status());
    assertEquals(body, TestApplication.body(response));
  }

  @ParameterizedTest
  @CsvSource({
    "/api, 404",
    "/api/devices/, 404",
    "/api/devices//keys/1, 404",
    "/api/devices/7/x, 404",
    "/Api/devices, 404",
    "/api/devices/x.css/y, 404",
    "/api/devices;a=b, 400",
    "/api/devices/%2e%2e, 400",
    "/api/devices/..%2fx, 400",
    "/api/devices/a%5cb, 400",
    "/api/devices/%00, 400",
    "/api/devices/%0a, 400",
    "/api/devices/%7f, 400",
    "/api/devices/%3b, 400",
    "/api/devices/%, 400",
    "/api/devices/%4, 400",
    "/api/devices/%zz, 400",
    "/api/devices/%ff, 400",
    "/api/devices/%c0%ae, 400",
    "/api/devices/%ed%a0%80, 400",
    "api/devices, 400",
    "*, 400",
  })
  void findsNothing(String path, int status) {
    assertEquals(status, application.answer(FakeIncoming.get(path)).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "get", "PROPFIND", ""})
  void namesTheMethodsThatAPathAnswers(String method) {
    Response response = application.answer(FakeIncoming.of(method, "/api/devices"));
    assertEquals(405, response.status());
    assertEquals("GET, HEAD, POST", response.header("Allow"));
  }

  @Test
  void answersOptionsWithoutSharingWithOtherOrigins() {
    Response response =
        application.answer(
            FakeIncoming.of("OPTIONS", "/api/devices")
                .with("Origin", "https://other.example.com")
                .with("Access-Control-Request-Method", "POST"));
    assertEquals(204, response.status());
    assertEquals("GET, HEAD, POST", response.header("Allow"));
    assertEquals(
        0,
        response.headers().stream()
            .filter(header -> header.name().startsWith("Access-Control"))
            .count());
  }

  @Test
  void answersHeadByGet() {
    Response response = application.answer(FakeIncoming.of("HEAD", "/api/devices/new"));
    assertEquals(200, response.status());
  }

  @Test
  void refusesATableThatLeavesAQuestionOpen() {
    assertThrows(
        IllegalStateException.class,
        () -> TestApplication.of(router -> router.get("/x", r -> Response.noContent())));
    Router router = new Router();
    router.get("/a/{b}", r -> Response.noContent());
    assertThrows(
        IllegalStateException.class, () -> router.get("/a/{c}", r -> Response.noContent()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "/a//b", "/a/", "/a/{b", "/a/x{b}", "/{a}/{a}", "/{a*}/b"})
  void refusesTemplatesThatCannotBeMatched(String template) {
    assertThrows(IllegalArgumentException.class, () -> PathTemplate.of(template));
  }
}
