package com.truevault.wireguard.noise;

import org.bouncycastle.crypto.digests.Blake2sDigest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The four uses that WireGuard makes of BLAKE2s (RFC 7693). */
final class Blake2s {
  static final int HASH = 32;
  static final int MAC = 16;

  private Blake2s() {}

  /** The hash of the parts, one after the other. */
  static byte[] hash(byte[]... parts) {
    Blake2sDigest digest = new Blake2sDigest();
    for (byte[] part : parts) {
      digest.update(part, 0, part.length);
    }
    byte[] hash = new byte[HASH];
    digest.doFinal(hash, 0);
    return hash;
  }

  /** BLAKE2s with a key of at most 32 bytes, over the first bytes of a message. */
  static byte[] mac(byte[] key, byte[] message, int length) {
    Blake2sDigest digest = new Blake2sDigest(key, MAC, null, null);
    digest.update(message, 0, length);
    byte[] mac = new byte[MAC];
    digest.doFinal(mac, 0);
    return mac;
  }

  /** HMAC (RFC 2104), which is not the keyed hash. */
  static byte[] hmac(byte[] key, byte[]... parts) {
    HMac hmac = new HMac(new Blake2sDigest());
    hmac.init(new KeyParameter(key));
    for (byte[] part : parts) {
      hmac.update(part, 0, part.length);
    }
    byte[] mac = new byte[HASH];
    hmac.doFinal(mac, 0);
    return mac;
  }

  /** HKDF (RFC 5869) without info: so many keys of 32 bytes each, at most 255. */
  static byte[][] derive(byte[] chainingKey, byte[] input, int count) {
    byte[] secret = hmac(chainingKey, input);
    byte[][] keys = new byte[count][];
    byte[] previous = {};
    for (int i = 0; i < count; i++) {
      keys[i] = hmac(secret, previous, new byte[] {(byte) (i + 1)});
      previous = keys[i];
    }
    return keys;
  }
}
