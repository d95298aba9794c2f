package com.truevault.wireguard.list;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.secret.RandomIds;
import com.truevault.secret.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SignedListTest {
  private static final byte[] TEXT = "{\"peers\":[]}".getBytes(StandardCharsets.UTF_8);

  private final RandomIds random = new RandomIds(new SecureRandom());
  private final SigningKey key = SigningKey.generate(random);
  private final byte[] sent = SignedList.sign(TEXT, key);

  @Test
  void whatWasSignedArrivesWholeAndVerifies() {
    SignedList list = parsed(sent);
    assertTrue(list.isWhole());
    assertTrue(list.isSignedBy(key.verifyingKey()));
    assertArrayEquals(TEXT, list.text());
  }

  @Test
  void everyCutAndEveryAdditionIsSeen() {
    for (int length = 0; length < sent.length; length++) {
      SignedList list = SignedList.parse(Arrays.copyOf(sent, length));
      assertTrue(list == null || !list.isWhole(), "cut to " + length);
    }
    assertFalse(parsed(Arrays.copyOf(sent, sent.length + 1)).isWhole());
  }

  @Test
  void everyChangedByteIsSeen() {
    for (int i = 0; i < sent.length; i++) {
      byte[] changed = sent.clone();
      changed[i] ^= 1;
      SignedList list = SignedList.parse(changed);
      assertTrue(
          list == null || !list.isWhole() || !list.isSignedBy(key.verifyingKey()), "byte " + i);
    }
  }

  @Test
  void anotherKeyDoesNotVerify() {
    assertFalse(parsed(sent).isSignedBy(SigningKey.generate(random).verifyingKey()));
  }

  @Test
  void aPageIsNoList() {
    assertNull(SignedList.parse("<html>502</html>".getBytes(StandardCharsets.UTF_8)));
    assertNull(SignedList.parse(new byte[0]));
  }

  private static SignedList parsed(byte[] bytes) {
    SignedList list = SignedList.parse(bytes);
    assertNotNull(list);
    return list;
  }
}
