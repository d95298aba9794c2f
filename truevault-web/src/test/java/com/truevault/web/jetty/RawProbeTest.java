package com.truevault.web.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.web.http.Access;
import com.truevault.web.http.Response;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Malformed messages on the wire, as row 84 of the security checklist lists them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RawProbeTest {
  private static final List<String> SECURITY_HEADERS =
      List.of(
          "Content-Security-Policy",
          "X-Content-Type-Options",
          "Referrer-Policy",
          "Strict-Transport-Security",
          "Cross-Origin-Opener-Policy",
          "Cross-Origin-Resource-Policy",
          "Permissions-Policy",
          "Cache-Control");

  private TestServer server = start();

  private static TestServer start() {
    return TestServer.reachedByHttps(
        router -> {
          router.get("/api", request -> Response.text("ok")).access(Access.ANYONE);
          router
              .post("/api", request -> Response.text("n" + request.body().length))
              .access(Access.ANYONE);
        });
  }

  @BeforeAll
  void answersAPlainRequest() throws IOException {
    assertEquals(200, status(server.raw("GET /api HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  /** In the column of requests ~ is a line end, ^ a bare line feed and ° a NUL. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          length and chunks            | 400 | POST /api HTTP/1.1~Host: a~Content-Length: 4~Transfer-Encoding: chunked~~0~~
          two lengths                  | 400 | POST /api HTTP/1.1~Host: a~Content-Length: 4~Content-Length: 5~~abcde
          signed length                | 400 | POST /api HTTP/1.1~Host: a~Content-Length: +4~~abcd
          unknown coding               | 400 | POST /api HTTP/1.1~Host: a~Transfer-Encoding: xchunked~~0~~
          chunked before identity      | 400 | POST /api HTTP/1.1~Host: a~Transfer-Encoding: chunked, identity~~0~~
          space before colon           | 400 | GET /api HTTP/1.1~Host : a~~
          folded header                | 400 | GET /api HTTP/1.1~Host: a~X: b~ c~~
          NUL in header                | 400 | GET /api HTTP/1.1~Host: a~X: b°c~~
          no host                      | 400 | GET /api HTTP/1.1~~
          two hosts                    | 400 | GET /api HTTP/1.1~Host: a~Host: b~~
          other authority              | 400 | GET http://other.example/api HTTP/1.1~Host: a~~
          encoded slash                | 400 | GET /a%2fapi HTTP/1.1~Host: a~~
          dot segments                 | 400 | GET /x/../api HTTP/1.1~Host: a~~
          encoded dot segments         | 400 | GET /x/%2e%2e/api HTTP/1.1~Host: a~~
          overlong UTF-8               | 400 | GET /%c0%ae HTTP/1.1~Host: a~~
          HTTP/0.9                     | 0   | GET /api~
          bad chunk extension          | 400 | POST /api HTTP/1.1~Host: a~Transfer-Encoding: chunked~~2;a^=b~ab~0~~
          bare line feeds              | 400 | GET /api HTTP/1.1^Host: a^^
          TRACE                        | 405 | TRACE /api HTTP/1.1~Host: a~~
          lower-case method            | 405 | get /api HTTP/1.1~Host: a~~
          path parameter               | 400 | GET /x;x=y/../api HTTP/1.1~Host: a~~
          path parameter at the end    | 400 | GET /api;jsessionid=1 HTTP/1.1~Host: a~~
          bad chunk size               | 400 | POST /api HTTP/1.1~Host: a~Transfer-Encoding: chunked~~zz~ab~0~~
          unknown version              | 505 | GET /api HTTP/3.7~Host: a~~
          """)
  void refuses(String what, int expected, String request) throws IOException {
    String wire = request.replace("~", "\r\n").replace("^", "\n").replace("°", "\0");
    String answer = server.raw(wire);
    assertTrue(expected == 0 ? status(answer) != 200 : status(answer) == expected, answer);
    assertFalse(answer.toLowerCase(java.util.Locale.ROOT).contains("jetty"), answer);
    assertFalse(answer.contains("Server:"), answer);
    if (expected != 0) {
      SECURITY_HEADERS.forEach(header -> assertTrue(answer.contains(header + ": "), answer));
    }
  }

  private static int status(String answer) {
    return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : -1;
  }
}
