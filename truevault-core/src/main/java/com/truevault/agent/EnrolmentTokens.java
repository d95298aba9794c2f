package com.truevault.agent;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.secret.RandomIds;
import com.truevault.secret.SecretBox;
import com.truevault.server.ServerKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Tokens by which an agent joins. They are sealed under the master key and rest nowhere, so that
 * they can be minted beside a running host; that each is used once, is for its user to see to. Safe
 * for use by many threads.
 */
public final class EnrolmentTokens {
  /** How long a token can be used. */
  public static final Duration LIFE = Duration.ofMinutes(30);

  private static final SecretBox.Place PLACE =
      new SecretBox.Place("servers", "used_enrolments", "token", "any");

  private final SecretBox box;
  private final RandomIds random;
  private final InstantSource clock;

  /** Seals into the given box. */
  public EnrolmentTokens(SecretBox box, RandomIds random, InstantSource clock) {
    this.box = box;
    this.random = random;
    this.clock = clock;
  }

  /** A token for the agent of a server, whether there is such a server or not. */
  public Minted mint(ServerKey server) {
    Instant expiresAt = Instant.ofEpochSecond(clock.instant().plus(LIFE).getEpochSecond());
    String content = server + " " + random.id() + " " + expiresAt.getEpochSecond();
    return new Minted(server, forShells(box.seal(PLACE, content)), expiresAt);
  }

  /**
   * What a token says.
   *
   * @throws TrueVaultException UNAUTHENTICATED if it was not minted here or has expired
   */
  Opened open(String token) {
    Opened opened = read(token);
    if (opened == null || !opened.expiresAt().isAfter(clock.instant())) {
      throw invalid();
    }
    return opened;
  }

  /** The same for all reasons: whoever guesses learns nothing. */
  static TrueVaultException invalid() {
    return new TrueVaultException(
        ErrorKind.UNAUTHENTICATED,
        "enrolment-token-invalid",
        "this token is unknown, older than "
            + LIFE.toMinutes()
            + " minutes or was used already; make a new one with: truevault admin server enrol");
  }

  private @Nullable Opened read(String token) {
    try {
      String[] parts = box.open(PLACE, fromShells(token)).split(" ", -1);
      return new Opened(
          new ServerKey(parts[0]), parts[1], Instant.ofEpochSecond(Long.parseLong(parts[2])));
    } catch (TrueVaultException e) {
      return null;
    }
  }

  /** Without characters that a shell or a mail program would take apart. */
  private static String forShells(String sealed) {
    return sealed.replace('+', '-').replace('/', '_').replace(':', '.');
  }

  private static String fromShells(String token) {
    return token.strip().replace('-', '+').replace('_', '/').replace('.', ':');
  }

  /**
   * A token to hand over.
   *
   * @param token printable, without blanks; a secret until it was used
   */
  public record Minted(ServerKey server, String token, Instant expiresAt) {
    @Override
    public String toString() {
      return "Minted[" + server + ", until " + expiresAt + "]";
    }
  }

  record Opened(ServerKey server, String id, Instant expiresAt) {}
}
