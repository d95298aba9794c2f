package com.truevault.paypal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonParseException;
import com.truevault.billing.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocTest {
  @ParameterizedTest
  @CsvSource({
    ".5, USD, 50",
    "0.0, USD, 0",
    "9.99, USD, 999",
    "9.990, USD, 999",
    "-0.49, USD, -49",
    "-1, USD, -100",
    "822, JPY, 822",
    "822.0, JPY, 822",
    "1.250, KWD, 1250",
    "00009.9, EUR, 990"
  })
  void amountsAreReadExactly(String value, String currency, long minor) {
    assertEquals(Money.ofMinor(minor, currency), Amounts.read(value, currency));
  }

  @ParameterizedTest
  @CsvSource({
    "822.0160, USD",
    "9.999, USD",
    "1.5, JPY",
    "1e3, USD",
    "'1,000.00', USD",
    "'', USD",
    "., USD",
    "NaN, USD",
    "9999999999999999999, USD",
    "9.99, DOLLAR",
    "9.99, XAU",
    "9.99, ''"
  })
  void whatIsNoExactAmountIsADoubt(String value, String currency) {
    assertThrows(DoubtfulException.class, () -> Amounts.read(value, currency));
  }

  @Test
  void bothFormsOfMoneyAreRead() {
    Doc doc =
        parse(
            """
            {"new":{"value":"9.99","currency_code":"USD"},
             "old":{"total":"-9.99","currency":"USD"},
             "number":{"value":9.90,"currency_code":"USD"}}
            """);
    assertEquals(Money.of("9.99", "USD"), doc.money("new"));
    assertEquals(Money.of("-9.99", "USD"), doc.money("old"));
    assertEquals(Money.of("9.90", "USD"), doc.money("number"));
    assertNull(doc.money("none"));
  }

  @Test
  void monthNineteenSpoilsNothingButItself() {
    Doc doc =
        parse(
            """
            {"create_time":"2018-19-12T10:00:00Z","update_time":"2018-12-12T10:00:00.5+02:00"}
            """);
    assertNull(doc.time("create_time"));
    assertEquals(Instant.parse("2018-12-12T08:00:00.500Z"), doc.time("update_time"));
  }

  @Test
  void whatHasAnotherShapeThanExpectedCountsAsAbsent() {
    Doc doc = parse("{\"a\":[1,{\"b\":2}],\"c\":{\"d\":true},\"n\":null,\"x\":\"12\"}");
    assertEquals("", doc.text("a"));
    assertEquals("", doc.text("n"));
    assertEquals(1, doc.list("a").size());
    assertEquals(0, doc.list("c").size());
    assertEquals(true, doc.object("c").flag("d"));
    assertEquals(Doc.EMPTY.isEmpty(), doc.object("a").isEmpty());
    assertEquals(12, doc.number("x"));
    assertEquals(0, doc.number("y"));
  }

  @Test
  void aLinkIsFoundByItsRelationAndNotByItsPlace() {
    Doc doc =
        parse(
            """
            {"links":[{"rel":"self","href":"https://a"},{"rel":"approve","href":"https://b"}]}
            """);
    assertEquals("https://b", doc.link("approve"));
    assertEquals("", doc.link("edit"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"a\":", "[]", "1", "null", "{} {}", "<html>"})
  void whatIsNoWholeObjectIsRefused(String text) {
    assertThrows(JsonParseException.class, () -> parse(text));
  }

  private static Doc parse(String text) {
    return Doc.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
