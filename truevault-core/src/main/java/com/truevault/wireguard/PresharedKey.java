package com.truevault.wireguard;

import com.truevault.secret.RandomIds;
import java.util.Base64;

/**
 * A secret that a device and its servers share on top of their keys.
 *
 * @param base64 44 characters: the base64 of 32 random bytes
 */
public record PresharedKey(String base64) {
  private static final int BYTES = 32;

  /** A fresh one. */
  public static PresharedKey generate(RandomIds random) {
    return new PresharedKey(Base64.getEncoder().encodeToString(random.bytes(BYTES)));
  }

  @Override
  public String toString() {
    return "PresharedKey[hidden]";
  }
}
