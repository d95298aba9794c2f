package com.truevault.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.secret.SecretBox.Place;
import com.truevault.testing.Corpus;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretBoxTest {
  private static final Place PLACE = new Place("main", "settings", "setting_value", "smtp");

  private final RandomIds random = new RandomIds(new SecureRandom());
  private final MasterKey key = new MasterKey("k1", random.bytes(32));
  private final MasterKey newerKey = new MasterKey("k2", random.bytes(32));
  private final SecretBox box = new SecretBox(List.of(key), random);

  @Test
  void opensWhatItSealed() {
    for (String secret : Corpus.TEXTS) {
      assertEquals(secret, box.open(PLACE, box.seal(PLACE, secret)));
    }
    assertEquals("", box.open(PLACE, box.seal(PLACE, "")));
  }

  @Test
  void showsNothingOfTheSecret() {
    String sealed = box.seal(PLACE, "correct horse");

    assertTrue(sealed.startsWith("sealed:k1:"), sealed);
    assertFalse(sealed.contains("horse"));
    assertFalse(
        sealed.contains(Base64.getEncoder().encodeToString("correct horse".getBytes(UTF_8))));
  }

  @Test
  void neverUsesANonceTwice() {
    Set<String> nonces = new HashSet<>();
    Set<String> texts = new HashSet<>();

    for (int i = 0; i < 10_000; i++) {
      String sealed = box.seal(PLACE, "the same");
      texts.add(sealed);
      nonces.add(Arrays.toString(Arrays.copyOf(bytes(sealed), 12)));
    }

    assertEquals(10_000, nonces.size());
    assertEquals(10_000, texts.size());
  }

  @Test
  void doesNotOpenAnywhereElse() {
    String sealed = box.seal(PLACE, "secret");

    for (Place other :
        List.of(
            new Place("users", "settings", "setting_value", "smtp"),
            new Place("main", "theme", "setting_value", "smtp"),
            new Place("main", "settings", "description", "smtp"),
            new Place("main", "settings", "setting_value", "paypal"))) {
      assertUnreadable(box, other, sealed);
    }
  }

  @Test
  void doesNotOpenWhatWasChangedAnywhere() {
    String sealed = box.seal(PLACE, "secret");
    byte[] bytes = bytes(sealed);

    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      assertUnreadable(box, PLACE, "sealed:k1:" + Base64.getEncoder().encodeToString(changed));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "secret",
        "sealed:",
        "sealed:k1",
        "sealed:k1:",
        "sealed:k1:AAAA",
        "sealed:k1:!!",
        "sealed:k9:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "SEALED:k1:AAAA"
      })
  void doesNotOpenWhatIsNotSealed(String text) {
    assertUnreadable(box, PLACE, text);
  }

  @Test
  void opensOlderValuesAndSealsUnderTheNewestKey() {
    String old = box.seal(PLACE, "secret");
    SecretBox rotated = new SecretBox(List.of(newerKey, key), random);

    assertEquals("secret", rotated.open(PLACE, old));
    assertTrue(rotated.isStale(old));
    String renewed = rotated.seal(PLACE, "secret");
    assertTrue(renewed.startsWith("sealed:k2:"));
    assertFalse(rotated.isStale(renewed));
    assertUnreadable(box, PLACE, renewed);
  }

  @Test
  void doesNotOpenUnderAnotherKeyOfTheSameName() {
    SecretBox impostor = new SecretBox(List.of(new MasterKey("k1", random.bytes(32))), random);

    assertUnreadable(impostor, PLACE, box.seal(PLACE, "secret"));
  }

  @Test
  void neverPrintsAKey() {
    assertEquals("MasterKey[k1]", key.toString());
  }

  @Test
  void refusesKeysOfAnotherLengthOrName() {
    for (int length : new int[] {0, 16, 31, 33}) {
      assertThrows(TrueVaultException.class, () -> new MasterKey("k1", new byte[length]));
    }
    for (String id : List.of("", "K1", "k:1", "k".repeat(17))) {
      assertThrows(TrueVaultException.class, () -> new MasterKey(id, new byte[32]));
    }
    assertThrows(TrueVaultException.class, () -> MasterKey.ofBase64("k1", "not base64!"));
    String base64 = Base64.getEncoder().encodeToString(new byte[32]);
    assertEquals("k1", MasterKey.ofBase64("k1", " " + base64 + "\n").id());
  }

  private static byte[] bytes(String sealed) {
    return Base64.getDecoder().decode(sealed.substring("sealed:k1:".length()));
  }

  private static void assertUnreadable(SecretBox box, Place place, String sealed) {
    TrueVaultException refused =
        assertThrows(TrueVaultException.class, () -> box.open(place, sealed));
    assertEquals(ErrorKind.UNAVAILABLE, refused.kind());
    assertEquals("secret-unreadable", refused.code());
  }
}
