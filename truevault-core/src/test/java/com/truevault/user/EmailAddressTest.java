package com.truevault.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
  @ParameterizedTest
  @CsvSource({
    "kim@example.com, kim@example.com",
    "'  Kim@Example.COM ', kim@example.com",
    "o'brien+vpn_1@mail.example.co.uk, o'brien+vpn_1@mail.example.co.uk",
    "a.b.c@example.org, a.b.c@example.org",
    "kim@bücher.example, kim@xn--bcher-kva.example",
    "kim@BÜCHER.example, kim@xn--bcher-kva.example",
    "{}|~!#$%&*/=?^`@example.com, {}|~!#$%&*/=?^`@example.com",
    "1@example.com, 1@example.com",
    "a@x.yz, a@x.yz"
  })
  void takesAddressesAndComparesThemByTheirCanonicalForm(String typed, String canonical) {
    EmailAddress address = EmailAddress.of(typed);

    assertEquals(canonical, address.canonical());
    assertEquals(typed.strip(), address.toString());
    assertEquals(EmailAddress.of(canonical), address);
    assertEquals(EmailAddress.of(canonical).hashCode(), address.hashCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "kim",
        "kim@",
        "@example.com",
        "kim@localhost",
        "kim@example",
        "kim@192.0.2.1",
        "kim@[192.0.2.1]",
        "kim@example..com",
        "kim@.example.com",
        "kim@example.com.",
        "kim@-example.com",
        "kim@example-.com",
        "kim@exa mple.com",
        "kim@exa_mple.com",
        "kim@example.c",
        ".kim@example.com",
        "kim.@example.com",
        "k..im@example.com",
        "k im@example.com",
        "kim@robin@example.com",
        "\"kim\"@example.com",
        "kim(comment)@example.com",
        "kim,robin@example.com",
        "Kim <kim@example.com>",
        "kim@example.com\nBcc: robin@example.com",
        "kim\r\nBcc: robin@example.com@example.com",
        "kim\0@example.com",
        "кim@example.com",
        "kím@example.com",
        "kim＠example.com",
        "kim@example.com\u202e"
      })
  void refusesWhatCannotBeAnAddress(String typed) {
    TrueVaultException refused =
        assertThrows(TrueVaultException.class, () -> EmailAddress.of(typed));

    assertEquals(ErrorKind.INVALID, refused.kind());
    assertEquals("email-invalid", refused.code());
  }

  @Test
  void refusesAddressesThatNoMailServerTakes() {
    String longest = "a".repeat(64) + "@" + "b".repeat(60) + "." + "c".repeat(60) + ".example";

    assertEquals(longest, EmailAddress.of(longest).canonical());
    assertThrows(TrueVaultException.class, () -> EmailAddress.of("a" + longest));
    assertThrows(
        TrueVaultException.class, () -> EmailAddress.of("a@" + "b".repeat(64) + ".example"));
    assertThrows(
        TrueVaultException.class, () -> EmailAddress.of("a@" + "bcdefgh.".repeat(32) + "example"));
  }

  @Test
  void takesDifferentPeopleForDifferent() {
    assertNotEquals(EmailAddress.of("kim@example.com"), EmailAddress.of("kim@example.org"));
    assertNotEquals(EmailAddress.of("kim@example.com"), EmailAddress.of("k.im@example.com"));
  }

  @Test
  void hasAFormThatEveryMailProgramTakes() {
    assertEquals(
        "Kim.O'Brien@xn--bcher-kva.example",
        EmailAddress.of("Kim.O'Brien@B\u00fccher.example").deliverable());
    assertEquals("kim@example.com", EmailAddress.of("kim@Example.COM").deliverable());
  }

  @Test
  void answersEveryTextWithAnAddressOrARefusal() {
    Random random = new Random(20260131);
    String signs = "ab1.-_@+\"<> \n\0é日😀\u202e\u00ad。ß";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(20); length > 0; length--) {
        int at = random.nextInt(signs.length());
        text.append(signs.charAt(at));
      }
      String typed = text.append(random.nextBoolean() ? "@example.com" : "").toString();
      try {
        String canonical = EmailAddress.of(typed).canonical();
        assertTrue(canonical.matches("[\\x21-\\x7e]+@[a-z0-9.-]+"), canonical);
      } catch (TrueVaultException e) {
        assertEquals("email-invalid", e.code());
      }
    }
  }
}
