package com.truevault.device;

import com.truevault.secret.RandomIds;
import com.truevault.secret.SecretBox;
import com.truevault.wireguard.PresharedKey;

/** Preshared keys at rest, each sealed to its device. Safe for use by many threads. */
public final class PresharedKeys {
  private final SecretBox box;
  private final RandomIds random;

  /** Seals into the given box. */
  public PresharedKeys(SecretBox box, RandomIds random) {
    this.box = box;
    this.random = random;
  }

  String generate(DeviceId id) {
    return box.seal(place(id), PresharedKey.generate(random).base64());
  }

  /**
   * The key of a device, for its configuration and for the lists of its servers.
   *
   * @throws com.truevault.TrueVaultException UNAVAILABLE if the key does not open
   */
  public PresharedKey open(DeviceId id, String sealed) {
    return new PresharedKey(box.open(place(id), sealed));
  }

  private static SecretBox.Place place(DeviceId id) {
    return new SecretBox.Place("devices", "devices", "preshared_key", id.value());
  }
}
