package com.truevault.secret;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals text with AES-256-GCM for one place in one file. A sealed value that is moved to another
 * row, column or file does not open there. Safe for use by many threads.
 */
public final class SecretBox {
  private static final String MARK = "sealed:";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Map<String, MasterKey> keys = new LinkedHashMap<>();
  private final MasterKey current;
  private final RandomIds random;

  /**
   * Seals with the first key and opens with any of them.
   *
   * @param keys the newest key first, then those still needed to open older values; not empty
   */
  public SecretBox(List<MasterKey> keys, RandomIds random) {
    this.current = keys.get(0);
    this.random = random;
    keys.forEach(key -> this.keys.put(key.id(), key));
  }

  /** Seals a secret for its place. */
  public String seal(Place place, String secret) {
    byte[] nonce = random.bytes(NONCE_BYTES);
    byte[] sealed =
        run(Cipher.ENCRYPT_MODE, current, nonce, place, secret.getBytes(StandardCharsets.UTF_8));
    byte[] whole = new byte[nonce.length + sealed.length];
    System.arraycopy(nonce, 0, whole, 0, nonce.length);
    System.arraycopy(sealed, 0, whole, nonce.length, sealed.length);
    return MARK + current.id() + ":" + Base64.getEncoder().withoutPadding().encodeToString(whole);
  }

  /**
   * Opens what was sealed for that place.
   *
   * @throws TrueVaultException UNAVAILABLE if the key is missing or the value was moved or changed
   */
  public String open(Place place, String sealed) {
    String[] parts = sealed.split(":", 3);
    MasterKey key = parts.length == 3 ? keys.get(parts[1]) : null;
    if (!sealed.startsWith(MARK) || key == null) {
      throw cannotOpen(place, "its key is not among " + keys.keySet(), null);
    }
    try {
      byte[] whole = Base64.getDecoder().decode(parts[2]);
      byte[] nonce = java.util.Arrays.copyOf(whole, NONCE_BYTES);
      byte[] body = java.util.Arrays.copyOfRange(whole, NONCE_BYTES, whole.length);
      return new String(run(Cipher.DECRYPT_MODE, key, nonce, place, body), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw cannotOpen(place, "it was changed, moved or sealed under another key", e);
    }
  }

  /** Whether a stored value is sealed under a key other than the current one. */
  public boolean isStale(String sealed) {
    return !sealed.startsWith(MARK + current.id() + ":");
  }

  private static byte[] run(int mode, MasterKey key, byte[] nonce, Place place, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          mode, new SecretKeySpec(key.bytes(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD((place.name() + "\n" + key.id()).getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM refused", e);
    }
  }

  private static TrueVaultException cannotOpen(
      Place place, String why, @org.jspecify.annotations.Nullable Throwable cause) {
    return new TrueVaultException(
        ErrorKind.UNAVAILABLE,
        "secret-unreadable",
        "the secret at " + place.name() + " does not open: " + why + "; check the key file",
        cause);
  }

  /**
   * Where a sealed value rests.
   *
   * @param file such as {@code devices}
   * @param table such as {@code devices}
   * @param column such as {@code preshared_key}
   * @param row what names the row for good, such as its public id
   */
  public record Place(String file, String table, String column, String row) {
    String name() {
      return file + "/" + table + "/" + column + "/" + row;
    }
  }
}
