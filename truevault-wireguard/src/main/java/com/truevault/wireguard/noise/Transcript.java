package com.truevault.wireguard.noise;

import org.jspecify.annotations.Nullable;

/** The symmetric state of a Noise handshake: what was said, and the keys that follow from it. */
final class Transcript {
  private byte[] chainingKey;
  private byte[] hash;
  private byte[] key = {};

  private Transcript(byte[] chainingKey, byte[] hash) {
    this.chainingKey = chainingKey;
    this.hash = hash;
  }

  /** The beginning. The name of the protocol must have more than 32 bytes. */
  static Transcript begin(byte[] protocol, byte[] prologue) {
    byte[] name = Blake2s.hash(protocol);
    Transcript transcript = new Transcript(name, name);
    transcript.mix(prologue);
    return transcript;
  }

  /** One that goes on from here on its own. */
  Transcript copy() {
    Transcript copy = new Transcript(chainingKey, hash);
    copy.key = key;
    return copy;
  }

  void mix(byte[] said) {
    hash = Blake2s.hash(hash, said);
  }

  /** Takes a public key that is said in the clear. With a preshared key it counts as a secret. */
  void mixEphemeral(byte[] publicKey) {
    mix(publicKey);
    chainingKey = Blake2s.derive(chainingKey, publicKey, 1)[0];
  }

  void mixSecret(byte[] secret) {
    byte[][] keys = Blake2s.derive(chainingKey, secret, 2);
    chainingKey = keys[0];
    key = keys[1];
  }

  void mixPresharedKey(byte[] presharedKey) {
    byte[][] keys = Blake2s.derive(chainingKey, presharedKey, 3);
    chainingKey = keys[0];
    mix(keys[1]);
    key = keys[2];
  }

  byte[] seal(byte[] text) {
    byte[] sealed = Aead.seal(key, 0, text, hash);
    mix(sealed);
    return sealed;
  }

  /** Null if it was not sealed at the same point of the same conversation. */
  byte @Nullable [] open(byte[] sealed) {
    byte[] text = Aead.open(key, 0, sealed, hash);
    mix(sealed);
    return text;
  }

  /** The initiator's sending key and its receiving key. */
  byte[][] split() {
    return Blake2s.derive(chainingKey, new byte[0], 2);
  }
}
