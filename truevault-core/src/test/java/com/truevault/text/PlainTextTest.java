package com.truevault.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.ErrorKind;
import com.truevault.text.PlainText.InvalidTextException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Anna's phone",
        "日本語の電話",
        "טלפון",
        "👨‍👩‍👧",
        "🏳️‍🌈",
        "PostUp = curl",
        "<script>alert(1)</script>",
        "%_\\'\";--"
      })
  void keepsWhatAPersonCanSee(String text) {
    assertEquals(text, PlainText.line("name", text, 50));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb",
        "a\rb",
        "a\tb",
        "a\0b",
        "a\u001bb",
        "a\u007fb",
        "a\u0085b",
        "a\u2028b",
        "a\u2029b",
        "a\u200bb",
        "a\u200eb",
        "a\u202eb",
        "a\u2066b",
        "a\ufeffb",
        "a\u00adb",
        "a\ue000b",
        "a\ud800b",
        "a\udc00b",
        "a\uffffb",
        "\n",
        "name\nPostUp = id"
      })
  void refusesWhatNobodyCanSee(String text) {
    InvalidTextException refused =
        assertThrows(InvalidTextException.class, () -> PlainText.line("name", text, 50));

    assertEquals(ErrorKind.INVALID, refused.kind());
    assertEquals("name", refused.field());
    assertTrue(refused.getMessage().matches("name holds the invisible character U\\+.+"));
    assertThrows(InvalidTextException.class, () -> PlainText.optionalLine("name", text, 50));
  }

  @Test
  void namesTheFieldAndTheCharacterWhenItRefuses() {
    assertEquals(
        "note holds the invisible character U+202E; remove it",
        assertThrows(InvalidTextException.class, () -> PlainText.paragraph("note", "\u202ex", 50))
            .getMessage());
  }

  @Test
  void trimsAndComposes() {
    assertEquals("caf\u00e9", PlainText.line("name", "  cafe\u0301\u3000", 4));
  }

  @Test
  void countsCharactersAsPeopleDo() {
    assertEquals("😀😀😀", PlainText.line("name", "😀😀😀", 3));
    assertThrows(InvalidTextException.class, () -> PlainText.line("name", "😀😀😀😀", 3));
  }

  @Test
  void refusesAbsurdLengthsBeforeLookingAtThem() {
    assertThrows(
        InvalidTextException.class, () -> PlainText.line("name", "e\u0301".repeat(500_000), 50));
  }

  @Test
  void refusesAnEmptyLineUnlessItMayBeEmpty() {
    assertThrows(InvalidTextException.class, () -> PlainText.line("name", "", 50));
    assertThrows(InvalidTextException.class, () -> PlainText.line("name", " \u3000 ", 50));
    assertEquals("", PlainText.optionalLine("name", "  ", 50));
  }

  @Test
  void keepsLineFeedsOfAParagraphAlone() {
    assertEquals("a\n\nb", PlainText.paragraph("note", "a\r\n\r\nb\n", 50));
    assertThrows(InvalidTextException.class, () -> PlainText.paragraph("note", "a\rb", 50));
    assertThrows(InvalidTextException.class, () -> PlainText.paragraph("note", "a\tb", 50));
  }
}
