package com.truevault.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomIdsTest {
  private final RandomIds random = new RandomIds(new SecureRandom());

  @Test
  void idsAreFitForUrlsAndNeverTheSame() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      String id = random.id();
      assertTrue(id.matches("[0-9abcdefghjkmnpqrstvwxyz]{26}"), id);
      ids.add(id);
    }
    assertEquals(10_000, ids.size());
  }

  @Test
  void secretsHave256Bits() {
    assertEquals(32, Base64.getUrlDecoder().decode(random.secret()).length);
    assertFalse(random.secret().equals(random.secret()));
  }

  @Test
  void aHashIsTheSha256OfTheSecret() {
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        TokenHash.of("abc").value());
    assertTrue(TokenHash.of("abc").matches("abc"));
    assertFalse(TokenHash.of("abc").matches("abd"));
  }
}
