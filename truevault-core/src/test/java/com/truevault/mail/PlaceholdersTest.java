package com.truevault.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {
  @Test
  void putsEachValueWhereItsNameStands() {
    assertEquals(
        "Hello Kim, see https://vpn.example.com/?a=$1\\2",
        Placeholders.fill(
            "Hello {name}, see {link}",
            Map.of("name", "Kim", "link", "https://vpn.example.com/?a=$1\\2")));
  }

  @Test
  void takesValuesForTextEvenIfTheyLookLikePlaceholders() {
    assertEquals(
        "{link} {name}",
        Placeholders.fill("{name} {site}", Map.of("name", "{link}", "site", "{name}")));
  }

  @Test
  void leavesAloneWhatHasNoValue() {
    assertEquals("{x} { } {} }{ {", Placeholders.fill("{x} { } {} }{ {", Map.of("name", "Kim")));
  }

  @Test
  void keepsASubjectOnOneLine() {
    assertEquals(
        "Hello Kim  Bcc: robin@example.com\u00a0",
        Placeholders.fillLine(
            "Hello {name}", Map.of("name", "Kim\r\nBcc: robin@example.com\u00a0")));
  }

  @Test
  void findsWhatStandsInBraces() {
    assertEquals(Set.of("a", "b-c", "D"), Placeholders.in("{a}{b-c} {D} { open"));
  }
}
