package com.truevault.web.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.web.host.Eventually;
import com.truevault.web.http.Access;
import com.truevault.web.http.Later;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers that come once something happened. */
class LaterTest {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final CompletableFuture<Boolean> event = new CompletableFuture<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final TestServer server =
      TestServer.of(
          this::define,
          request -> Optional.empty(),
          new JettyConfig("127.0.0.1", 0, 8, Duration.ofMillis(300), Duration.ofSeconds(10)));

  private void define(Router router) {
    router
        .get(
            "/later",
            request -> {
              asked.incrementAndGet();
              return Response.later(
                  new Later(event, () -> Response.text("came").etag("7").header("Vary", "*")));
            })
        .access(Access.ANYONE);
    router
        .get(
            "/wrong",
            request ->
                Response.later(
                    new Later(
                        event,
                        () -> {
                          throw new IllegalStateException("planned");
                        })))
        .access(Access.ANYONE);
    router.get("/now", request -> Response.text("now")).access(Access.ANYONE);
  }

  @AfterEach
  void stop() {
    event.complete(true);
    server.close();
  }

  private CompletableFuture<HttpResponse<String>> ask(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.url(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.sendAsync(request.build(), BodyHandlers.ofString());
  }

  private void awaitAsked(int count) {
    Eventually.found("the requests", () -> Optional.of(asked.get()).filter(n -> n == count));
  }

  @Test
  void carryWhatEveryAnswerCarries() throws Exception {
    CompletableFuture<HttpResponse<String>> waiting = ask("/later");
    CompletableFuture<HttpResponse<String>> known = ask("/later", "If-None-Match", "\"7\"");
    awaitAsked(2);
    assertFalse(waiting.isDone());

    event.complete(true);

    HttpResponse<String> answer = waiting.get(10, TimeUnit.SECONDS);
    assertEquals(200, answer.statusCode());
    assertEquals("came", answer.body());
    for (String name : List.of("Content-Security-Policy", "X-Request-Id", "Cache-Control")) {
      assertTrue(answer.headers().firstValue(name).isPresent(), name);
    }
    assertEquals(304, known.get(10, TimeUnit.SECONDS).statusCode());
  }

  @Test
  void turnFailuresIntoProblems() throws Exception {
    CompletableFuture<HttpResponse<String>> waiting = ask("/wrong");
    event.complete(true);

    assertEquals(500, waiting.get(10, TimeUnit.SECONDS).statusCode());
  }

  @Test
  void comeEvenIfWhatHappenedWasAFailure() throws Exception {
    CompletableFuture<HttpResponse<String>> waiting = ask("/later");
    awaitAsked(1);
    event.completeExceptionally(new IllegalStateException("planned"));

    assertEquals(200, waiting.get(10, TimeUnit.SECONDS).statusCode());
  }

  @Test
  void holdNoThreadAndDoNotCountAgainstTheirClient() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
    for (int agent = 1; agent <= 1000; agent++) {
      waiting.add(ask("/later"));
      awaitAsked(agent);
    }

    assertEquals("now", ask("/now").get(10, TimeUnit.SECONDS).body());
    event.complete(true);
    for (CompletableFuture<HttpResponse<String>> answer : waiting) {
      assertEquals(200, answer.get(20, TimeUnit.SECONDS).statusCode());
    }
  }

  @Test
  void waitLongerThanAConnectionMayBeSilent() throws Exception {
    CompletableFuture<HttpResponse<String>> waiting = ask("/later");
    awaitAsked(1);
    event.completeOnTimeout(true, 1200, TimeUnit.MILLISECONDS);

    assertEquals(200, waiting.get(10, TimeUnit.SECONDS).statusCode());
  }
}
