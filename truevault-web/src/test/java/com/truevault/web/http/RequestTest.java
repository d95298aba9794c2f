package com.truevault.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTest {
  record Named(String name) {}

  private final WebApplication application =
      TestApplication.of(
          new HttpConfig(
              URI.create("https://vpn.example.com"),
              List.of("192.0.2.0/24", "2001:db8::/32"),
              List.of()),
          RequestTest::define);

  private static void define(Router router) {
    router
        .get("/api/list", r -> Response.text("" + r.query().number("limit", 50, 1, 100)))
        .query("limit", Integer.class, "How many")
        .query("name", "What")
        .access(Access.ANYONE);
    router
        .get("/page", r -> Response.text(r.query().text("q", "none") + " " + r.locale()))
        .access(Access.ANYONE);
    router.get("/address", r -> Response.text(r.clientAddress())).access(Access.ANYONE);
    router
        .post("/api/json", r -> Response.text(r.json(Named.class).name()))
        .maxBody(100)
        .access(Access.ANYONE);
    router
        .post("/form", r -> Response.text(r.form().text("name") + r.form().isChecked("box")))
        .form("name", "box")
        .access(Access.ANYONE);
    router.get("/token", r -> Response.text(r.sessionToken().orElse("none"))).access(Access.ANYONE);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/list, 200, 50",
    "/api/list?limit=7, 200, 7",
    "/api/list?limit=0, 400, limit must be",
    "/api/list?limit=-1, 400, limit must be",
    "/api/list?limit=1e1, 400, limit must be",
    "/api/list?limit=99999999999, 400, limit must be",
    "/api/list?limit=, 400, limit must be",
    "/api/list?limit=1&limit=1, 400, given twice",
    "/api/list?limit=1&%6cimit=1, 400, given twice",
    "/api/list?limits=1, 400, limits is not a known parameter",
    "/api/list?name=%, 400, percent-encoded",
    "/api/list?name=%ff, 400, percent-encoded",
    "/api/list?name=%00, 400, percent-encoded",
    "/page?utm=1, 200, none",
    "/page?q=a%2Bb+c, 200, a+b c",
  })
  void readsQueries(String target, int status, String part) {
    Response response = application.answer(FakeIncoming.get(target));
    assertEquals(status, response.status());
    assertTrue(TestApplication.body(response).contains(part), TestApplication.body(response));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/json                  | {"name":"x"}    | 200
          application/json; charset=utf-8   | {"name":"x"}    | 200
          Application/JSON;charset="UTF-8"  | {"name":"x"}    | 200
          application/json; charset=latin1  | {"name":"x"}    | 415
          text/plain                        | {"name":"x"}    | 415
          application/x-www-form-urlencoded | name=x          | 415
          application/json                  | {}              | 400
          application/json                  | ''              | 400
          application/json                  | {"name":["x"]}  | 400
          """)
  void readsJsonBodies(String type, String body, int status) {
    assertEquals(
        status, application.answer(FakeIncoming.of("POST", "/api/json").body(type, body)).status());
  }

  @Test
  void capsBodiesByTheirAnnouncedAndByTheirRealLength() {
    String fits = "{\"name\":\"" + "x".repeat(89) + "\"}";
    String isTooLong = "{\"name\":\"" + "x".repeat(90) + "\"}";
    assertEquals(200, application.answer(FakeIncoming.of("POST", "/api/json").json(fits)).status());
    assertEquals(
        413, application.answer(FakeIncoming.of("POST", "/api/json").json(isTooLong)).status());
    FakeIncoming lies =
        FakeIncoming.of("POST", "/api/json").with("Content-Length", "5").json(isTooLong);
    assertEquals(413, application.answer(lies).status());
    FakeIncoming isHuge =
        FakeIncoming.of("POST", "/api/json").with("Content-Length", "99999999999999999999");
    assertEquals(413, application.answer(isHuge).status());
  }

  @ParameterizedTest
  @CsvSource({
    "name=J%C3%BCrgen+M, 200, Jürgen Mfalse",
    "name=a&box=on, 200, atrue",
    "name=a&box=false, 200, afalse",
    "name=a&name=b, 400, given twice",
    "box=on, 400, name is missing",
    "name=a&role=admin, 400, role is not a known field",
    "name=a&csrf=x, 200, afalse",
    "name=é, 400, percent-encoded",
  })
  void readsForms(String body, int status, String part) {
    Response response = application.answer(FakeIncoming.of("POST", "/form").form(body));
    assertEquals(status, response.status());
    assertTrue(TestApplication.body(response).contains(part), TestApplication.body(response));
  }

  @Test
  void refusesFormsOfTooManyFields() {
    StringBuilder fields = new StringBuilder("name=a");
    for (int i = 0; i < 300; i++) {
      fields.append("&f").append(i).append("=1");
    }
    assertEquals(
        400, application.answer(FakeIncoming.of("POST", "/form").form(fields.toString())).status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          198.51.100.7 | 203.0.113.9                        | 198.51.100.7
          192.0.2.1    | 203.0.113.9                        | 203.0.113.9
          192.0.2.1    | 10.0.0.1, 203.0.113.9              | 203.0.113.9
          192.0.2.1    | 203.0.113.9, 192.0.2.77            | 203.0.113.9
          192.0.2.1    | 203.0.113.9, evil                  | 192.0.2.1
          192.0.2.1    | 203.0.113.9, 192.0.2.999           | 192.0.2.1
          192.0.2.1    | localhost                          | 192.0.2.1
          192.0.2.1    | ''                                 | 192.0.2.1
          2001:db8::1  | 2001:db9::5                        | 2001:db9::5
          """)
  void believesProxiesOnly(String remote, String forwarded, String client) {
    Response response =
        application.answer(
            FakeIncoming.get("/address").from(remote).with("X-Forwarded-For", forwarded));
    assertEquals(client, TestApplication.body(response));
  }

  @Test
  void readsSeveralForwardedLinesAsOneList() {
    FakeIncoming incoming =
        FakeIncoming.get("/address")
            .from("192.0.2.1")
            .with("X-Forwarded-For", "198.51.100.66")
            .with("X-Forwarded-For", "203.0.113.9")
            .with("x-forwarded-for", "192.0.2.77");
    assertEquals("203.0.113.9", TestApplication.body(application.answer(incoming)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''          | __Host-truevault=abc             | abc
          ''          | a=b; __Host-truevault=abc; c=d   | abc
          ''          | x__Host-truevault=abc            | none
          ''          | __Host-truevault                 | none
          ''          | __Host-truevault=                | none
          ''          | __Host-truevault=a; __Host-truevault=b | none
          Bearer t    | __Host-truevault=abc             | t
          bearer t    | ''                               | t
          Bearer      | __Host-truevault=abc             | none
          Basic dTpw  | __Host-truevault=abc             | none
          """)
  void findsTheToken(String authorization, String cookie, String token) {
    FakeIncoming incoming = FakeIncoming.get("/token").with("Cookie", cookie);
    if (!authorization.isEmpty()) {
      incoming.with("Authorization", authorization);
    }
    assertEquals(token, TestApplication.body(application.answer(incoming)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          de-CH, de;q=0.9, en;q=0.8 | de_CH
          fr;q=1                    | fr
          *                         | en
          ''                        | en
          !!                        | en
          """)
  void readsTheLanguage(String header, String locale) {
    Response response =
        application.answer(FakeIncoming.get("/page").with("Accept-Language", header));
    assertEquals("none " + locale, TestApplication.body(response));
  }

  @Test
  void neverPrintsATokenOrAPath() {
    assertFalse(TestApplication.USER.toString().contains("secret"));
  }
}
