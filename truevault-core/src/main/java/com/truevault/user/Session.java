package com.truevault.user;

import com.truevault.secret.TokenHash;
import java.time.Instant;

/**
 * One signed-in browser or program.
 *
 * @param publicId what URLs carry
 * @param token the hash of its secret
 * @param origin where it came from
 * @param lastActivity to within a few minutes
 */
public record Session(
    String publicId,
    UserId user,
    TokenHash token,
    Origin origin,
    Instant createdAt,
    Instant expiresAt,
    Instant lastActivity) {

  /**
   * Where a request came from, as far as it is kept.
   *
   * @param network the network of the address, never the address: {@code 192.0.2.0/24}
   * @param userAgent at most 200 characters
   */
  public record Origin(String network, String userAgent) {
    /** Keeps the network of an address and the start of the user agent. */
    public static Origin of(String address, String userAgent) {
      String agent = userAgent.replaceAll("[^\\x20-\\x7e]", "");
      return new Origin(
          Networks.of(address), agent.length() > 200 ? agent.substring(0, 200) : agent);
    }
  }
}
