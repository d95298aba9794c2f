package com.truevault.web.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.truevault.TrueVaultException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  enum Cycle {
    MONTHLY,
    EVERY_TWO_YEARS
  }

  record Line(String name, long amountMinor) {}

  record Order(
      String title,
      int count,
      boolean isOpen,
      @Nullable Cycle cycle,
      @Nullable Instant at,
      @Nullable LocalDate day,
      @Nullable List<Line> lines,
      @Nullable Map<String, String> labels) {}

  record Tree(String name, List<Tree> children) {}

  record Even(int number) {
    Even {
      if (number % 2 != 0) {
        throw new IllegalArgumentException("must have an even number");
      }
    }
  }

  @Test
  void readsWhatItWrites() {
    Order order =
        new Order(
            "é <b> \u2028 😀",
            3,
            true,
            Cycle.EVERY_TWO_YEARS,
            Instant.parse("2026-01-31T09:30:00Z"),
            LocalDate.of(2026, 1, 31),
            List.of(new Line("a", Long.MAX_VALUE)),
            Map.of("k", "v"));
    assertEquals(order, Json.read(Order.class, Json.bytes(order)));
  }

  @Test
  void writesNullsMillisecondsAndNothingThatHtmlWouldRead() {
    Order order = new Order("<&>'", 1, false, Cycle.MONTHLY, Instant.EPOCH, null, null, null);
    assertEquals(
        "{\"title\":\"\\u003c\\u0026\\u003e\\u0027\",\"count\":1,\"isOpen\":false,"
            + "\"cycle\":\"monthly\",\"at\":\"1970-01-01T00:00:00.000Z\","
            + "\"day\":null,\"lines\":null,\"labels\":null}",
        Json.text(order));
  }

  @Test
  void writesListsAndMapsOfAnything() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("a", Arrays.asList(1, null, Cycle.MONTHLY, new Line("x", 2)));
    assertEquals("{\"a\":[1,null,\"monthly\",{\"name\":\"x\",\"amountMinor\":2}]}", Json.text(map));
  }

  @Test
  void readsRecordsInsideThemselves() {
    Tree tree =
        Json.read(Tree.class, "{\"name\":\"a\",\"children\":[{\"name\":\"b\",\"children\":[]}]}");
    assertEquals(new Tree("a", List.of(new Tree("b", List.of()))), tree);
  }

  @Test
  void namesAllFindingsAtOnce() {
    InvalidFieldsException refusal =
        assertThrows(
            InvalidFieldsException.class,
            () ->
                Json.read(
                    Order.class,
                    "{\"count\":\"3\",\"isOpen\":1,\"lines\":[{\"name\":null},7],\"hat\":{\"a\":[]}}"));
    assertEquals(
        List.of(
            "count must be a whole number of at most 32 bits",
            "isOpen must be true or false",
            "lines[0].name must not be null",
            "lines[0].amountMinor is missing",
            "lines[1] must be an object",
            "hat is not a known field",
            "title is missing"),
        refusal.errors().stream().map(error -> error.field() + " " + error.message()).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          count | 1.0              | must be a whole number of at most 32 bits
          count | 2147483648       | must be a whole number of at most 32 bits
          count | true             | must be a whole number of at most 32 bits
          count | [1]              | must be a whole number of at most 32 bits
          title | ["a"]            | must be text
          title | 5                | must be text
          title | {"a":1}          | must be text
          title | null             | must not be null
          title | "a\\u0000"       | must be Unicode text without the character U+0000
          cycle | "MONTHLY"        | must be one of monthly, every_two_years
          at    | "2026-01-31"     | must be a time in UTC such as 2026-01-31T09:30:00.000Z
          at    | "2026-01-31T09:30:00+01:00" | must be a time in UTC such as 2026-01-31T09:30:00.000Z
          day   | "31.1.2026"      | must be a date such as 2026-01-31
          lines | {}               | must be an array
          labels | []              | must be an object
          """)
  void refusesOtherTypes(String field, String value, String message) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("title", "\"t\"");
    fields.put("count", "1");
    fields.put("isOpen", "true");
    fields.put(field, value);
    String body =
        fields.entrySet().stream()
            .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
            .collect(Collectors.joining(",", "{", "}"));
    InvalidFieldsException refusal =
        assertThrows(InvalidFieldsException.class, () -> Json.read(Order.class, body));
    assertEquals(List.of(new FieldError(field, message)), refusal.errors());
  }

  @Test
  void refusesRepeatedKeysAtEveryLevel() {
    InvalidFieldsException refusal =
        assertThrows(
            InvalidFieldsException.class,
            () ->
                Json.read(
                    Order.class,
                    "{\"title\":\"a\",\"title\":\"b\",\"count\":1,\"isOpen\":true,"
                        + "\"labels\":{\"k\":\"1\",\"k\":\"2\"}}"));
    assertEquals(
        List.of(
            new FieldError("title", "is given twice"),
            new FieldError("labels.k", "is given twice")),
        refusal.errors());
  }

  @Test
  void reportsWhatARecordItselfRefuses() {
    InvalidFieldsException refusal =
        assertThrows(InvalidFieldsException.class, () -> Json.read(Even.class, "{\"number\":3}"));
    assertEquals(List.of(new FieldError("", "must have an even number")), refusal.errors());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "nul",
        "[1",
        "{\"number\":2}x",
        "{\"number\":2}{}",
        "{'number':2}",
        "{number:2}",
        "{\"number\":2,}",
        "{\"number\":02}",
        "{\"number\":NaN}",
        "// a\n{\"number\":2}",
        "\ufeff\ufeff{\"number\":2}",
        "{\"number\":2;}",
        "{\"number\":2\u0000}"
      })
  void refusesWhatIsNotJson(String text) {
    TrueVaultException refusal =
        assertThrows(TrueVaultException.class, () -> Json.read(Even.class, text));
    assertEquals("malformed-json", refusal.code());
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    byte[] bytes = "{\"name\":\"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1);
    TrueVaultException refusal =
        assertThrows(TrueVaultException.class, () -> Json.read(Tree.class, bytes));
    assertEquals("malformed-json", refusal.code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\\x", "\\ud800", "\\ud800\\ud800", "\\u00e", "\t", "\\u0000"})
  void refusesTextThatIsNoText(String text) {
    String body = "{\"name\":\"" + text + "\",\"children\":[]}";
    assertThrows(TrueVaultException.class, () -> Json.read(Tree.class, body));
  }

  @Test
  void refusesTwentyOneLevels() {
    String deep = "[".repeat(100_000);
    TrueVaultException refusal =
        assertThrows(TrueVaultException.class, () -> Json.read(Tree.class, "{\"x\":" + deep));
    assertEquals("malformed-json", refusal.code());
    String known = "{\"name\":\"a\",\"children\":[".repeat(11) + "]}".repeat(11);
    assertThrows(TrueVaultException.class, () -> Json.read(Tree.class, known));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "7", "\"a\"", "true"})
  void refusesABodyThatIsNoObject(String text) {
    InvalidFieldsException refusal =
        assertThrows(InvalidFieldsException.class, () -> Json.read(Even.class, text));
    assertEquals("", refusal.errors().get(0).field());
  }
}
