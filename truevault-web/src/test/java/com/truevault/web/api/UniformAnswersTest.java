package com.truevault.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.web.api.Cast.Member;
import com.truevault.web.host.TestHost;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Known and unknown addresses are answered alike (security row 8). */
class UniformAnswersTest {
  private static final String KNOWN = "known@example.com";
  private static final String UNKNOWN = "nobod@example.com";

  @Test
  void signingUpWithAKnownAddressIsAnsweredLikeAnyOther() {
    try (TestHost host = TestHost.inMemory()) {
      Client client = new Cast(host).client();
      assertEquals(201, client.post("/api/v1/users", signUp(KNOWN)).status());
      assertEquals(
          VipSecrecyTest.view(client.post("/api/v1/users", signUp(UNKNOWN)), UNKNOWN),
          VipSecrecyTest.view(client.post("/api/v1/users", signUp(KNOWN)), KNOWN));
      assertEquals(2, host.vault().users().count());
    }
  }

  @Test
  void aWrongPasswordIsAnsweredLikeAnUnknownAddress() {
    try (TestHost host = TestHost.inMemory()) {
      Client client = new Cast(host).client();
      client.post("/api/v1/users", signUp(KNOWN));
      // Beyond the tries that are free, so that slowing down is alike as well.
      for (int i = 0; i < 12; i++) {
        Answer known =
            client.post("/api/v1/sessions", Map.of("email", KNOWN, "password", "wrong words"));
        Answer unknown =
            client.post("/api/v1/sessions", Map.of("email", UNKNOWN, "password", "wrong words"));
        assertEquals(
            VipSecrecyTest.view(unknown, UNKNOWN), VipSecrecyTest.view(known, KNOWN), "try " + i);
        assertTrue(known.status() == 401 || known.status() == 429, known.body());
      }
    }
  }

  @Test
  void forgettingThePasswordOfAnUnknownAddressIsAnsweredLikeAnyOther() {
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Member member = cast.newcomer();
      Client client = cast.client();
      assertEquals(
          VipSecrecyTest.view(
              client.post("/api/v1/passwords/forgot", Map.of("email", UNKNOWN)), UNKNOWN),
          VipSecrecyTest.view(
              client.post("/api/v1/passwords/forgot", Map.of("email", member.email())),
              member.email()));
    }
  }

  private static Map<String, Object> signUp(String email) {
    return Map.of("email", email, "password", Cast.PASSWORD, "firstName", "A", "lastName", "B");
  }
}
