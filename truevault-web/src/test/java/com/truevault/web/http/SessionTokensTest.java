package com.truevault.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionTokensTest {
  private static final String SECRET = "A".repeat(42) + "-";
  private static final String HEAD = "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"k1\"}";
  private static final String CLAIMS =
      "{\"jti\":\""
          + SECRET
          + "\",\"iss\":\"https://vpn.example.com\","
          + "\"aud\":[\"truevault-web\"],\"iat\":1767225600,\"exp\":1767830400}";
  private static final byte[] KEY = bytes(1);

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final SigningKey key = new SigningKey("k1", KEY);
  private final SessionTokens tokens = tokens(key, List.of());

  private SessionTokens tokens(SigningKey current, List<SigningKey> previous) {
    return new SessionTokens(current, previous, "https://vpn.example.com", () -> now);
  }

  @Test
  void carriesTheSecretUntilItExpires() {
    String token = tokens.issue(SECRET, now.plus(Duration.ofDays(7)));
    assertEquals(Optional.of(SECRET), tokens.secretOf(token));
    now = now.plus(Duration.ofDays(7)).minusSeconds(1);
    assertEquals(Optional.of(SECRET), tokens.secretOf(token));
    now = now.plusSeconds(1);
    assertEquals(Optional.empty(), tokens.secretOf(token));
    assertEquals(Optional.empty(), tokens(key, List.of()).secretOf(token));
  }

  @Test
  void knowsItsOwnForm() throws Exception {
    assertEquals(Optional.of(SECRET), tokens.secretOf(sign(HEAD, CLAIMS, KEY)));
  }

  @Test
  void keepsTokensOfAnEarlierKeyUntilThatKeyIsDropped() {
    String token = tokens.issue(SECRET, now.plusSeconds(60));
    SigningKey next = new SigningKey("k2", bytes(2));
    assertEquals(Optional.of(SECRET), tokens(next, List.of(key)).secretOf(token));
    assertEquals(Optional.empty(), tokens(next, List.of()).secretOf(token));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no algorithm        | {"alg":"none","typ":"JWT","kid":"k1"}
          longer hash         | {"alg":"HS512","typ":"JWT","kid":"k1"}
          public key          | {"alg":"RS256","typ":"JWT","kid":"k1"}
          other spelling      | {"alg":"hs256","typ":"JWT","kid":"k1"}
          no kid              | {"alg":"HS256","typ":"JWT"}
          unknown kid         | {"alg":"HS256","typ":"JWT","kid":"k9"}
          kid with a path     | {"alg":"HS256","typ":"JWT","kid":"../k1"}
          kid of a wrong type | {"alg":"HS256","typ":"JWT","kid":1}
          other type          | {"alg":"HS256","typ":"at+jwt","kid":"k1"}
          no type             | {"alg":"HS256","kid":"k1"}
          own key inside      | {"alg":"HS256","typ":"JWT","kid":"k1","jwk":{"kty":"oct","k":"AAAA"}}
          key address         | {"alg":"HS256","typ":"JWT","kid":"k1","jku":"https://example.com/k"}
          certificate address | {"alg":"HS256","typ":"JWT","kid":"k1","x5u":"https://example.com/c"}
          critical extension  | {"alg":"HS256","typ":"JWT","kid":"k1","crit":["exp"]}
          unencoded payload   | {"alg":"HS256","typ":"JWT","kid":"k1","b64":false,"crit":["b64"]}
          compressed          | {"alg":"HS256","typ":"JWT","kid":"k1","zip":"DEF"}
          not JSON            | {"alg"
          """)
  void refusesHead(String what, String head) throws Exception {
    assertEquals(Optional.empty(), tokens.secretOf(sign(head, CLAIMS, KEY)), what);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "iss":"https://vpn.example.com" | "iss":"https://other.example.com"
          "aud":["truevault-web"]         | "aud":["other"]
          "aud":["truevault-web"],        | ''
          "exp":1767830400                | "exp":1767225599
          ,"exp":1767830400               | ''
          "iat":1767225600,               | ''
          "iat":1767225600                | "iat":1767225600,"nbf":1767225700
          "jti":"A                        | "jti":"<
          """)
  void refusesClaims(String part, String other) throws Exception {
    String claims = CLAIMS.replace(part, other);
    assertFalse(claims.equals(CLAIMS));
    assertEquals(Optional.empty(), tokens.secretOf(sign(HEAD, claims, KEY)));
  }

  @Test
  void refusesSignaturesThatAreNotItsOwn() throws Exception {
    String good = sign(HEAD, CLAIMS, KEY);
    String unsigned = good.substring(0, good.lastIndexOf('.') + 1);
    for (String token :
        List.of(
            sign(HEAD, CLAIMS, bytes(3)),
            unsigned,
            good + ".",
            good + ".x",
            "." + good,
            good + "=",
            good.substring(0, good.length() - 1),
            unsigned + "a".repeat(2000),
            "",
            ".",
            "..",
            "...")) {
      assertEquals(Optional.empty(), tokens.secretOf(token), token);
    }
  }

  @Test
  void refusesWeakKeysAndOddIds() {
    assertThrows(IllegalArgumentException.class, () -> new SigningKey("k", new byte[31]));
    assertThrows(IllegalArgumentException.class, () -> new SigningKey("k/1", KEY));
    assertFalse(key.toString().contains(Base64.getEncoder().encodeToString(KEY)));
  }

  private static byte[] bytes(int value) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static String sign(String head, String claims, byte[] key)
      throws GeneralSecurityException {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    String text =
        encoder.encodeToString(head.getBytes(UTF_8))
            + "."
            + encoder.encodeToString(claims.getBytes(UTF_8));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return text + "." + encoder.encodeToString(mac.doFinal(text.getBytes(UTF_8)));
  }
}
