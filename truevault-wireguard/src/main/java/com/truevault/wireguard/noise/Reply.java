package com.truevault.wireguard.noise;

/** What a datagram means for a handshake that was begun. */
public sealed interface Reply {

  /** The server has both keys that it must have, and knows ours. */
  record Established(Session session) implements Reply {}

  /** The server is under load and answers only who shows this again, for two minutes. */
  record CookieDemanded(Cookie cookie) implements Reply {}

  /** The server read our message and knows our public key, but has another preshared key for it. */
  record PresharedKeyDiffers() implements Reply {}

  /**
   * Nothing that the server would have answered to this handshake.
   *
   * @param what for a sentence such as "received …"
   */
  record Unusable(String what) implements Reply {}
}
