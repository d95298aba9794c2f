package com.truevault.web.http;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Header;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.UnsupportedJwtException;
import java.security.Key;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Carries the secret of a session as a signed token (RFC 7519, HS256 and nothing else). A good
 * signature proves only that this host once gave the token out: whether the session still lives is
 * for its row to say. Thread-safe.
 */
public final class SessionTokens {
  private static final String AUDIENCE = "truevault-web";
  private static final Set<String> HEADER = Set.of("alg", "typ", "kid");

  private final SigningKey current;
  private final Map<String, SigningKey> keys = new HashMap<>();
  private final String issuer;
  private final InstantSource clock;
  private final JwtParser parser;
  private final VerifiedTokens verified = new VerifiedTokens();

  /**
   * Creates the codec.
   *
   * @param previous keys that sign no more but whose tokens still count
   * @param issuer the base URL of the host
   */
  @SuppressWarnings("JavaUtilDate") // The library's clock speaks Date.
  public SessionTokens(
      SigningKey current, List<SigningKey> previous, String issuer, InstantSource clock) {
    this.current = current;
    this.issuer = issuer;
    this.clock = clock;
    previous.forEach(key -> keys.put(key.id(), key));
    keys.put(current.id(), current);
    parser =
        Jwts.parser()
            .sig()
            .clear()
            .add(Jwts.SIG.HS256)
            .and()
            .zip()
            .clear()
            .and()
            .keyLocator(this::keyOf)
            .requireIssuer(issuer)
            .requireAudience(AUDIENCE)
            .clock(() -> Date.from(clock.instant()))
            .clockSkewSeconds(0)
            .build();
  }

  /**
   * Signs the secret of a session.
   *
   * @param sessionSecret 43 characters: base64url of 32 random bytes
   */
  @SuppressWarnings("JavaUtilDate")
  public String issue(String sessionSecret, Instant expiresAt) {
    if (!TokenForm.isSecret(sessionSecret)) {
      throw new IllegalArgumentException("session secret must be base64url of 32 bytes");
    }
    return Jwts.builder()
        .header()
        .type("JWT")
        .keyId(current.id())
        .and()
        .id(sessionSecret)
        .issuer(issuer)
        .audience()
        .add(AUDIENCE)
        .and()
        .issuedAt(Date.from(clock.instant()))
        .expiration(Date.from(expiresAt))
        .signWith(current.secret(), Jwts.SIG.HS256)
        .compact();
  }

  /** Finds the session secret in a token; nothing if the token is not one of this host's or old. */
  public Optional<String> secretOf(String token) {
    if (!TokenForm.isToken(token)) {
      return Optional.empty();
    }
    VerifiedTokens.Verified known = verified.find(token);
    if (known == null) {
      known = parse(token);
    }
    return known != null && known.expiresAt().isAfter(clock.instant())
        ? Optional.of(known.secret())
        : Optional.empty();
  }

  @SuppressWarnings("JavaUtilDate")
  private VerifiedTokens.@Nullable Verified parse(String token) {
    try {
      Jws<Claims> signed = parser.parseSignedClaims(token);
      Claims claims = signed.getPayload();
      boolean isOurs =
          "JWT".equals(signed.getHeader().getType())
              && claims.getId() != null
              && TokenForm.isSecret(claims.getId())
              && claims.getIssuedAt() != null
              && claims.getExpiration() != null;
      return isOurs
          ? verified.keep(token, claims.getId(), claims.getExpiration().toInstant())
          : null;
    } catch (JwtException | IllegalArgumentException refused) {
      return null;
    }
  }

  private Key keyOf(Header header) {
    Object id = header.get("kid");
    SigningKey key =
        HEADER.equals(header.keySet()) && id instanceof String text ? keys.get(text) : null;
    if (key == null) {
      throw new UnsupportedJwtException("token names no key of this host");
    }
    return key.secret();
  }
}
