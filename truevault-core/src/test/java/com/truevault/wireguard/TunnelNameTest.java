package com.truevault.wireguard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TunnelNameTest {
  @ParameterizedTest
  @CsvSource({
    "Phone, phone",
    "Anna's phone, anna-s-phone",
    "Café Ünlü, cafe-unlu",
    "日本語, vpn",
    "👨‍👩‍👧, vpn",
    "--, vpn",
    "The very long name of a laptop, the-very-long-n",
    "../../etc/passwd, etc-passwd",
    "PostUp = id, postup-id"
  })
  void followsFromTheNameOfTheDevice(String device, String name) {
    assertEquals(name, TunnelName.from(device, Set.of()).value());
  }

  @Test
  void differsFromAllThatAreTakenAndStaysShort() {
    Set<TunnelName> taken = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      TunnelName name = TunnelName.from("The very long name", taken);
      assertTrue(name.value().matches("[a-zA-Z0-9_=+.-]{1,15}"), name.value());
      assertTrue(taken.add(name), name.value());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sixteen-letters-", "a b", "a/b", "a\n", "é"})
  void holdsWhatWgQuickTakesAlone(String name) {
    assertThrows(IllegalArgumentException.class, () -> new TunnelName(name));
  }
}
