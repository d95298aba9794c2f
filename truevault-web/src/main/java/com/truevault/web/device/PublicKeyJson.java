package com.truevault.web.device;

import com.truevault.wireguard.PublicKey;

/** The public half of a new pair of keys. */
public record PublicKeyJson(String publicKey) {
  PublicKey key() {
    return new PublicKey(publicKey);
  }
}
