package com.truevault.user;

import com.truevault.secret.TokenHash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What proves that somebody is a user. Never leaves the core.
 *
 * @param passwordHash argon2id in PHC form, or bcrypt from before
 * @param verification the link that confirms an address; null if none is open
 * @param reset the link that allows a new password; null if none is open
 * @param pendingEmail the address that the open verification is for; null if it is the current one
 * @param secondFactor sign-in codes; null if they are off
 */
public record Credentials(
    String passwordHash,
    @Nullable Link verification,
    @Nullable Link reset,
    @Nullable EmailAddress pendingEmail,
    @Nullable SecondFactor secondFactor) {

  /** Fresh credentials: a password and nothing else. */
  public static Credentials ofPassword(String passwordHash) {
    return new Credentials(passwordHash, null, null, null, null);
  }

  /**
   * With another password. Links that could undo it are void: to reset it once more, and to another
   * address that somebody else may have asked for.
   */
  public Credentials password(String newHash) {
    return new Credentials(
        newHash, pendingEmail == null ? verification : null, null, null, secondFactor);
  }

  /** With the same password under another hash. */
  public Credentials rehashed(String newHash) {
    return new Credentials(newHash, verification, reset, pendingEmail, secondFactor);
  }

  /** With the address confirmed; if it is another one, what was mailed to the old one is void. */
  public Credentials confirmed() {
    return new Credentials(
        passwordHash, null, pendingEmail == null ? reset : null, null, secondFactor);
  }

  /** With a link that confirms the given address, or the current one if it is null. */
  public Credentials verifying(@Nullable Link link, @Nullable EmailAddress address) {
    return new Credentials(passwordHash, link, reset, address, secondFactor);
  }

  /** With a link that allows a new password. */
  public Credentials resetting(Link link) {
    return new Credentials(passwordHash, verification, link, pendingEmail, secondFactor);
  }

  /** With sign-in codes, or without if null. */
  public Credentials secondFactor(@Nullable SecondFactor factor) {
    return new Credentials(passwordHash, verification, reset, pendingEmail, factor);
  }

  @Override
  public String toString() {
    return "Credentials[hidden]";
  }

  /**
   * A secret that was mailed.
   *
   * @param hash of the secret
   * @param expiresAt void from then on
   */
  public record Link(TokenHash hash, Instant expiresAt) {}

  /**
   * Time-based sign-in codes (RFC 6238).
   *
   * @param sealedSecret the shared secret, sealed
   * @param active false until the first code proved that the user's app has the secret
   * @param lastStep the newest time step whose code was used; no code works twice
   */
  public record SecondFactor(String sealedSecret, boolean active, long lastStep) {}
}
