package com.truevault.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatJsonTest {
  @Test
  void readsWhatItWrote() {
    Map<String, String> object =
        Map.of("a", "", "b\"\\", "line\nbreak\ttab\u0001", "c", "🎈 é", "", "}{,:");

    assertEquals(object, FlatJson.read(FlatJson.write(object)));
    assertEquals(Map.of(), FlatJson.read(FlatJson.write(Map.of())));
  }

  @Test
  void writesNamesInOrder() {
    assertEquals("{\"a\":\"1\",\"b\":\"2\"}", FlatJson.write(Map.of("b", "2", "a", "1")));
  }

  @Test
  void readsWhatOthersWrite() {
    assertEquals(
        Map.of("a", "é/\n", "b", "2"),
        FlatJson.read(" { \"a\" : \"\\u00e9\\/\\n\" , \"b\":\"2\" } "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"a\":1}", "{\"a\"}", "{\"a\":\"1\"", "null"})
  void refusesWhatIsNoObjectOfStrings(String text) {
    assertThrows(IllegalArgumentException.class, () -> FlatJson.read(text));
  }
}
