package com.truevault.wireguard.noise;

/** A handshake that was begun, and reads what the server answers. Safe for use by many threads. */
public final class Initiation {
  static final int TYPE = 1;
  static final int LENGTH = 148;

  private static final int RESPONSE = 2;
  private static final int RESPONSE_LENGTH = 92;
  private static final int RESPONSE_MARKED = 60;
  private static final int COOKIE_REPLY = 3;
  private static final int COOKIE_REPLY_LENGTH = 64;
  private static final int COOKIE_NONCE = 24;

  private final byte[] message;
  private final int index;
  private final byte[] mac1;
  private final InitiatorPattern pattern;
  private final MacKeys macKeys;

  Initiation(byte[] message, int index, byte[] mac1, InitiatorPattern pattern, MacKeys macKeys) {
    this.message = message;
    this.index = index;
    this.mac1 = mac1;
    this.pattern = pattern;
    this.macKeys = macKeys;
  }

  /** What to send, once. */
  public byte[] message() {
    return message.clone();
  }

  /** Reads whatever arrived. */
  public Reply read(byte[] datagram) {
    if (datagram.length == RESPONSE_LENGTH && Bytes.intAt(datagram, 0) == RESPONSE) {
      return response(datagram);
    }
    if (datagram.length == COOKIE_REPLY_LENGTH && Bytes.intAt(datagram, 0) == COOKIE_REPLY) {
      return cookieReply(datagram);
    }
    return new Reply.Unusable("a datagram of " + datagram.length + " bytes that is no handshake");
  }

  private Reply response(byte[] datagram) {
    if (Bytes.intAt(datagram, 8) != index) {
      return new Reply.Unusable("a response to another handshake");
    }
    if (!macKeys.isMarked(datagram, RESPONSE_MARKED)) {
      return new Reply.Unusable("a response with a wrong mac1");
    }
    Transcript heard = pattern.hear(Bytes.at(datagram, 12, KeyPair.LENGTH));
    if (heard == null) {
      return new Reply.Unusable("a response with a worthless key");
    }
    if (heard.open(Bytes.at(datagram, 44, Aead.TAG)) == null) {
      return new Reply.PresharedKeyDiffers();
    }
    byte[][] keys = heard.split();
    return new Reply.Established(new Session(keys[0], keys[1], Bytes.intAt(datagram, 4), index));
  }

  private Reply cookieReply(byte[] datagram) {
    if (Bytes.intAt(datagram, 4) != index) {
      return new Reply.Unusable("a cookie for another handshake");
    }
    byte[] nonce = Bytes.at(datagram, 8, COOKIE_NONCE);
    byte[] sealed = Bytes.at(datagram, 8 + COOKIE_NONCE, Blake2s.MAC + Aead.TAG);
    Cookie cookie = macKeys.open(nonce, sealed, mac1);
    return cookie == null
        ? new Reply.Unusable("a cookie that is not the server's")
        : new Reply.CookieDemanded(cookie);
  }
}
