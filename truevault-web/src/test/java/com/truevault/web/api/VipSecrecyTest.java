package com.truevault.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.truevault.user.EmailAddress;
import com.truevault.user.Plan;
import com.truevault.web.api.Cast.Member;
import com.truevault.web.host.TestHost;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody but an administrator can tell who is on the VIP list (security row 9). */
class VipSecrecyTest {
  private static final String LISTED = "aaaa@example.com";
  private static final String UNLISTED = "bbbb@example.com";

  @Test
  void signingUpInAndForgettingAreByteEqualForListedAddresses() {
    try (TestHost host = TestHost.inMemory()) {
      Client client = new Cast(host).client();
      host.vault().vips().add("system", EmailAddress.of(LISTED), "");
      for (List<Object> call :
          List.<List<Object>>of(
              List.of("/api/v1/sessions", false),
              List.of("/api/v1/users", true),
              List.of("/api/v1/users", true),
              List.of("/api/v1/sessions", false),
              List.of("/api/v1/passwords/forgot", false))) {
        String path = (String) call.get(0);
        assertEquals(
            view(client.post(path, body(path, UNLISTED)), UNLISTED),
            view(client.post(path, body(path, LISTED)), LISTED),
            path);
      }
    }
  }

  @Test
  void whatVipsSeeOfThemselvesIsByteEqualBeforeAndAfterTheyAreListed() {
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Member member = cast.subscriber(Plan.BUSINESS);
      Client client = cast.client(member);
      List<String> paths =
          List.of(
              "/api/v1/me",
              "/api/v1/sessions",
              "/api/v1/plans",
              "/api/v1/devices",
              "/api/v1/subscriptions/current");
      List<String> before = paths.stream().map(path -> client.get(path).body()).toList();
      host.vault().vips().add("system", member.user().email(), "");
      assertEquals(before, paths.stream().map(path -> client.get(path).body()).toList());
      String reasons = client.get("/api/v1/me/entitlement").json().get("reasons").toString();
      host.vault()
          .vips()
          .list(com.truevault.store.PageRequest.first())
          .items()
          .forEach(entry -> host.vault().vips().remove("system", entry));
      assertEquals(reasons, client.get("/api/v1/me/entitlement").json().get("reasons").toString());
    }
  }

  @Test
  void noAnswerToAVipSpeaksOfIt() {
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Client client = cast.client(cast.vip());
      for (String path :
          List.of("/api/v1/me", "/api/v1/me/entitlement", "/api/v1/servers", "/api/v1/sessions")) {
        String body = client.get(path).body().toLowerCase(Locale.ROOT).replaceAll("vip[0-9]+@", "");
        assertFalse(body.contains("vip"), body);
        assertFalse(body.contains("access_level") || body.contains("accesslevel"), body);
        assertFalse(body.contains("account"), body);
      }
    }
  }

  @Test
  void hiddenServersLookLikeServersThatAreNotThere() {
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Client client = cast.client(cast.subscriber());
      Map<String, Object> wanted =
          Samples.of(
              "name", "Phone",
              "type", "mobile",
              "operatingSystem", "iOS",
              "publicKey", Cast.key().base64(),
              "server", Cast.VIP_SERVER);
      Answer hidden = client.post("/api/v1/devices", wanted);
      wanted.put("server", "atlantis");
      Answer missing = client.post("/api/v1/devices", wanted);
      assertEquals(404, hidden.status());
      assertEquals(ForeignIdsTest.withoutId(missing), ForeignIdsTest.withoutId(hidden));
      assertFalse(client.get("/api/v1/servers").body().contains(Cast.VIP_SERVER));
      assertFalse(client.get("/status").body().contains(Cast.VIP_SERVER));
    }
  }

  private static Map<String, Object> body(String path, String email) {
    return switch (path) {
      case "/api/v1/users" ->
          Samples.of("email", email, "password", Cast.PASSWORD, "firstName", "A", "lastName", "B");
      case "/api/v1/sessions" -> Samples.of("email", email, "password", Cast.PASSWORD);
      default -> Samples.of("email", email);
    };
  }

  /** Status, headers and body without what differs between any two requests. */
  static String view(Answer answer, String email) {
    String headers =
        answer.headers().map().entrySet().stream()
            .filter(
                header -> !header.getKey().toLowerCase(Locale.ROOT).matches("date|x-request-id"))
            .sorted(Map.Entry.comparingByKey(String.CASE_INSENSITIVE_ORDER))
            .toList()
            .toString();
    return (answer.status() + headers + answer.body())
        .replace(email, "EMAIL")
        .replaceAll("\"requestId\":\"[^\"]*\"", "")
        .replaceAll("eyJ[A-Za-z0-9_.-]+", "TOKEN")
        .replaceAll("/api/v1/sessions/[a-z0-9]{26}", "SESSION");
  }
}
