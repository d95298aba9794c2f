package com.truevault.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.web.api.Cast.Member;
import com.truevault.web.host.TestHost;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Sign-in codes over the API (security row 12). */
class SecondFactorTest {
  private static final String PATH = "/api/v1/me/second-factor";

  @Test
  void codesAreDemandedOnceTheyAreOnAndEachWorksOnce() throws Exception {
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Member member = cast.newcomer();
      Client client = cast.client(member);
      Answer begun = client.post(PATH, Map.of("currentPassword", Cast.PASSWORD));
      assertEquals(200, begun.status());
      String secret = begun.text("secret");
      assertTrue(begun.text("uri").startsWith("otpauth://totp/"));
      assertEquals(201, signIn(cast, member, "").status());
      String confirming = code(secret, host);
      Answer on = client.post(PATH + "/confirmation", Map.of("code", confirming));
      assertEquals(10, on.json().getAsJsonArray("recoveryCodes").size());
      assertEquals("code-needed", signIn(cast, member, "").code());
      assertEquals("code-refused", signIn(cast, member, "000000").code());
      assertEquals("code-refused", signIn(cast, member, confirming).code());
      host.clock().advance(Duration.ofSeconds(60));
      String next = code(secret, host);
      assertEquals(201, signIn(cast, member, next).status());
      assertEquals("code-refused", signIn(cast, member, next).code());
      String recovery = on.json().getAsJsonArray("recoveryCodes").get(0).getAsString();
      assertEquals(201, signIn(cast, member, recovery).status());
      assertEquals(401, signIn(cast, member, recovery).status());
      assertEquals(204, client.delete(PATH, Map.of("currentPassword", Cast.PASSWORD)).status());
    }
  }

  @Test
  void theSecretIsShownOnceAndNeverAgain() {
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Client client = cast.client(cast.newcomer());
      String secret = client.post(PATH, Map.of("currentPassword", Cast.PASSWORD)).text("secret");
      assertTrue(!client.get("/api/v1/me").body().contains(secret));
      assertNull(client.get("/api/v1/me").json().get("secret"));
      assertEquals(405, client.get(PATH).status());
    }
  }

  @Test
  void administratorsWithoutACodeAdministerNothingWhereCodesAreRequired() throws Exception {
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Member member = cast.administrator();
      Client admin = cast.client(member);
      Map<String, Object> required = Map.of("sign_in_code_required_for_admins", "true");
      assertEquals(200, admin.patch("/api/v1/admin/settings", required).status());
      for (String path : List.of("/api/v1/admin/users", "/admin", "/admin/users")) {
        assertEquals(403, admin.get(path).status(), path);
      }
      assertEquals("administrators-only", admin.patch("/api/v1/admin/settings", required).code());
      assertEquals(200, admin.get("/api/v1/me").status());
      String secret = admin.post(PATH, Map.of("currentPassword", Cast.PASSWORD)).text("secret");
      assertEquals(403, admin.get("/api/v1/admin/users").status());
      Answer on = admin.post(PATH + "/confirmation", Map.of("code", code(secret, host)));
      assertEquals(200, on.status());
      for (String path : List.of("/api/v1/admin/users", "/admin", "/admin/users")) {
        assertEquals(200, admin.get(path).status(), path);
      }
    }
  }

  private static Answer signIn(Cast cast, Member member, String code) {
    Map<String, Object> body = Samples.of("email", member.email(), "password", Cast.PASSWORD);
    if (!code.isEmpty()) {
      body.put("code", code);
    }
    return cast.client().post("/api/v1/sessions", body);
  }

  /** RFC 6238, written anew so that the library is not checked by itself. */
  private static String code(String base32, TestHost host) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(decoded(base32), "RAW"));
    long step = host.clock().instant().getEpochSecond() / 30;
    byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
    int number = ByteBuffer.wrap(hash, hash[19] & 15, 4).getInt() & Integer.MAX_VALUE;
    return String.format("%06d", number % 1_000_000);
  }

  private static byte[] decoded(String base32) {
    java.math.BigInteger bits = java.math.BigInteger.ZERO;
    for (int i = 0; i < base32.length(); i++) {
      int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(base32.charAt(i));
      bits = bits.shiftLeft(5).or(java.math.BigInteger.valueOf(value));
    }
    byte[] bytes = new byte[base32.length() * 5 / 8];
    byte[] number = bits.toByteArray();
    int length = Math.min(bytes.length, number.length);
    System.arraycopy(number, number.length - length, bytes, bytes.length - length, length);
    return bytes;
  }
}
