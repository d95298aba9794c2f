package com.truevault.web.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.truevault.web.http.Access;
import com.truevault.web.http.FakeIncoming;
import com.truevault.web.http.Response;
import com.truevault.web.http.TestApplication;
import com.truevault.web.http.WebApplication;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RequestLogTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger("com.truevault.web");
  private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
  private final WebApplication application =
      TestApplication.of(
          router -> {
            router
                .post(
                    "/api/things/{id}", request -> Response.text(request.json(Named.class).name()))
                .query("q", "What")
                .access(Access.ANYONE);
            router
                .get(
                    "/api/broken",
                    request -> {
                      throw new IllegalStateException("line one\nline two {\"level\":\"INFO\"}");
                    })
                .access(Access.ANYONE);
          });

  record Named(String name) {}

  @BeforeEach
  void listen() {
    appender.start();
    logger.setLevel(Level.INFO);
    logger.setAdditive(false);
    logger.addAppender(appender);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(appender);
    logger.setLevel(null);
    logger.setAdditive(true);
  }

  private List<String> lines() {
    return appender.list.stream().map(LogLine::of).toList();
  }

  @Test
  void namesTheRouteAndNothingThatWasSent() {
    Response response =
        application.answer(
            FakeIncoming.of("POST", "/api/things/secret-id?q=secret-query")
                .with("Authorization", "Bearer secret-token")
                .json("{\"name\":\"secret-body\"}"));
    assertEquals(200, response.status());
    String line = lines().get(0);
    assertFalse(line.contains("secret"), line);
    assertTrue(line.contains("\"route\":\"POST /api/things/{id}\""), line);
    assertTrue(line.contains("" + response.header("X-Request-Id")), line);
    assertTrue(line.contains("\"status\":200"), line);
  }

  @Test
  void writesAFailureOnceOnOneLine() {
    Response response = application.answer(FakeIncoming.get("/api/broken"));
    assertEquals(500, response.status());
    List<String> lines = lines();
    assertEquals(2, lines.size());
    for (String line : lines) {
      assertEquals(1, line.strip().lines().count(), line);
      JsonObject event = JsonParser.parseString(line).getAsJsonObject();
      assertTrue(line.contains("" + response.header("X-Request-Id")), line);
      assertTrue(event.has("level"));
    }
    assertTrue(lines.get(0).contains("line one\\nline two"), lines.get(0));
  }
}
