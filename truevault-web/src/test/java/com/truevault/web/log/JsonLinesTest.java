package com.truevault.web.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final JsonLines appender = new JsonLines(out);
  private final Logger logger = logger();

  private Logger logger() {
    Logger made = new LoggerContext().getLogger("com.example");
    appender.setContext(made.getLoggerContext());
    appender.start();
    made.addAppender(appender);
    return made;
  }

  private List<JsonObject> lines() {
    appender.stop();
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .toList();
  }

  @Test
  void writesOneLineForEachEventWhateverIsInIt() {
    String evil = "a\"b\\\n{\"level\":\"info\"}\r\u0000\u001b[31m\u0085\u2028\u202e😀é";
    logger.atWarn().addKeyValue("status", 200).addKeyValue("route", evil).log(evil);
    logger.atInfo().addKeyValue("isDone", true).log("second");
    List<JsonObject> lines = lines();
    assertEquals(2, lines.size());
    assertEquals(evil, lines.get(0).get("message").getAsString());
    assertEquals(evil, lines.get(0).get("route").getAsString());
    assertEquals(200, lines.get(0).get("status").getAsInt());
    assertTrue(lines.get(1).get("isDone").getAsBoolean());
    String text = out.toString(StandardCharsets.UTF_8);
    assertFalse(text.contains("\u001b") || text.contains("\u2028") || text.contains("\u202e"));
  }

  @Test
  void writesAFailureWithItsTraceOnOneLine() {
    logger.error("failed", new IllegalStateException("one\ntwo", new Error("cause")));
    List<JsonObject> lines = lines();
    assertEquals(1, lines.size());
    String error = lines.get(0).get("error").getAsString();
    assertTrue(error.contains("one\ntwo") && error.contains("Caused by") && error.contains("at "));
  }

  @Test
  void keepsTheOrderAndLosesNothingWhenItStops() {
    for (int i = 0; i < 5000; i++) {
      logger.info("{}", i);
    }
    List<JsonObject> lines = lines();
    assertEquals(5000, lines.size());
    for (int i = 0; i < 5000; i++) {
      assertEquals(i, lines.get(i).get("message").getAsInt());
    }
  }
}
