package com.truevault.web.jetty;

import com.truevault.web.http.FakeIncoming;
import java.util.List;
import java.util.Random;

/** An endless supply of requests that something is wrong with; one seed gives one sequence. */
public final class MalformedRequests {
  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "get", "TRACE");
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          ":",
          ",",
          "null",
          "true",
          "1e999",
          "-0",
          "9".repeat(30),
          "\\u0000",
          "\\ud800",
          "\"name\"",
          "\"parts\"",
          "\"at\"",
          "\"kind\"",
          "\"x\"",
          "{\"name\":\"a\"}",
          " ",
          "\n",
          "é",
          "😀",
          "%",
          "%00",
          "%ff",
          "%2e",
          "..",
          "/",
          ";",
          "?",
          "&",
          "=",
          "name=",
          "limit=1",
          "cursor",
          "\0",
          "\r\n",
          "\u202e",
          "[".repeat(40),
          "a".repeat(300),
          "' or 1=1 --",
          "<script>",
          "${x}",
          "\\");
  private static final List<String> HEADERS =
      List.of(
          "Content-Type",
          "Content-Length",
          "Authorization",
          "Cookie",
          "Origin",
          "Sec-Fetch-Site",
          "Host",
          "If-None-Match",
          "Accept-Language",
          "X-Forwarded-For",
          "X-CSRF-Token",
          "Range");
  private static final List<String> VALUES =
      List.of(
          "application/json",
          "application/x-www-form-urlencoded",
          "text/html; charset=",
          "0",
          "-1",
          "+3",
          "99999999999",
          "1a",
          "Bearer user",
          "Bearer",
          "Bearer  ",
          "Basic x",
          "__Host-truevault=admin",
          "__Host-truevault",
          "a=b;;=",
          "null",
          "cross-site",
          "same-origin",
          "*",
          "W/\"",
          "x-y-z-!!",
          "::1",
          "1.2.3",
          "bytes=0-",
          "application/json; charset=utf-8");

  private final Random random;
  private final List<String> paths;

  /** Creates a supply for some paths. */
  public MalformedRequests(long seed, List<String> paths) {
    this.random = new Random(seed);
    this.paths = paths;
  }

  /** The next request for an application without a server. */
  public FakeIncoming next() {
    FakeIncoming incoming = FakeIncoming.of(pick(METHODS), target());
    for (int count = random.nextInt(5); count > 0; count--) {
      incoming.with(pick(HEADERS), pick(VALUES));
    }
    return incoming.body(pick(VALUES), pieces(20));
  }

  /** The next request as it goes over a socket. */
  public String nextMessage() {
    String body = pieces(10);
    StringBuilder message = new StringBuilder(pick(METHODS) + " " + target() + " HTTP/1.1\r\n");
    message.append("Host: 127.0.0.1\r\nConnection: close\r\n");
    for (int count = random.nextInt(4); count > 0; count--) {
      message.append(pick(HEADERS)).append(": ").append(pick(VALUES)).append("\r\n");
    }
    return message + "Content-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private String target() {
    String path = pick(paths);
    if (random.nextInt(3) == 0) {
      path += "/" + pieces(2);
    }
    return random.nextBoolean() ? path + "?" + pieces(4) : path;
  }

  private String pieces(int max) {
    StringBuilder text = new StringBuilder();
    for (int count = random.nextInt(max + 1); count > 0; count--) {
      text.append(pick(PIECES));
    }
    return text.toString();
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
