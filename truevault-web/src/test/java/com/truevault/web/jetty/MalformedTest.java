package com.truevault.web.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.web.asset.Assets;
import com.truevault.web.http.Access;
import com.truevault.web.http.FakeIncoming;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.TestApplication;
import com.truevault.web.http.WebApplication;
import com.truevault.web.openapi.OpenApi;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MalformedTest {
  enum Kind {
    A,
    B
  }

  record Part(int number, Kind kind) {}

  record Thing(String name, @Nullable Instant at, List<Part> parts) {}

  private final MalformedRequests requests =
      new MalformedRequests(
          20260101,
          List.of("/api/things", "/api/things/7", "/form", "/assets/app.css", "/openapi.json"));

  private static void define(Router router) {
    router.get("/api/things", MalformedTest::list).paged().access(Access.ANYONE);
    router.post("/api/things", MalformedTest::add).access(Access.ANYONE);
    router.put("/api/things/{id}", MalformedTest::add).access(Access.USER);
    router
        .get("/api/things/{id}", request -> Response.text(request.pathParameter("id")))
        .access(Access.ANYONE);
    router
        .post("/form", request -> Response.text(request.form().text("name")))
        .access(Access.ANYONE);
  }

  private static Response list(Request request) {
    int limit = request.query().number("limit", 1, 1, 9);
    return Response.text(limit + request.clientAddress() + request.locale());
  }

  private static Response add(Request request) {
    return Response.json(201, request.json(Thing.class));
  }

  @Test
  void neverFailsInTheApplication() {
    WebApplication application =
        TestApplication.of(MalformedTest::define, new Assets(), OpenApi.of("1"));
    for (int i = 0; i < 10_000; i++) {
      FakeIncoming incoming = requests.next();
      Response response = application.answer(incoming);
      assertTrue(response.status() < 500, "request " + i + ": " + incoming);
      assertFalse(TestApplication.body(response).contains("Exception"), "request " + i);
    }
  }

  @Test
  void neverFailsOnTheWire() throws Exception {
    JettyConfig config = JettyConfig.of("127.0.0.1", 0);
    try (TestServer server =
        TestServer.of(MalformedTest::define, TestApplication::authenticate, config)) {
      for (int i = 0; i < 400; i++) {
        String message = requests.nextMessage();
        String answer = server.raw(message);
        boolean isFailure = answer.startsWith("HTTP/1.1 5") && !answer.startsWith("HTTP/1.1 505");
        assertFalse(isFailure, "request " + i + ": " + message);
      }
      assertEquals(200, server.get("/api/things").statusCode());
    }
  }
}
