package com.truevault.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.truevault.device.Device;
import com.truevault.web.api.Cast.Member;
import com.truevault.web.host.TestHost;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Another user's ids are answered as if they were not there (security row 31). */
class ForeignIdsTest {
  @Test
  void anothersDeviceLooksExactlyLikeOneThatIsNotThere() {
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Member owner = cast.subscriber();
      Device device = cast.device(owner);
      Client stranger = cast.client(cast.subscriber());
      String foreign = "/api/v1/devices/" + device.id();
      String missing = "/api/v1/devices/" + "x".repeat(26);
      for (List<String> call :
          List.of(
              List.of("GET", ""),
              List.of("PATCH", ""),
              List.of("DELETE", ""),
              List.of("POST", "/keys"),
              List.of("GET", "/config"),
              List.of("GET", "/configs"))) {
        String body =
            switch (call.get(0)) {
              case "PATCH" -> "{\"name\":\"mine\"}";
              case "POST" -> "{\"publicKey\":\"" + Cast.key().base64() + "\"}";
              default -> null;
            };
        Answer one = stranger.send(call.get(0), foreign + call.get(1), body);
        Answer other = stranger.send(call.get(0), missing + call.get(1), body);
        assertEquals(404, one.status(), call.toString());
        assertEquals(withoutId(other), withoutId(one), call.toString());
      }
      assertEquals(List.of(device), host.vault().devices().of(owner.user()));
    }
  }

  @Test
  void anothersSessionCannotBeEnded() {
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Member owner = cast.newcomer();
      Client stranger = cast.client(cast.newcomer());
      Answer one = stranger.delete("/api/v1/sessions/" + owner.sessionId());
      Answer other = stranger.delete("/api/v1/sessions/" + "x".repeat(26));
      assertEquals(404, one.status());
      assertEquals(withoutId(other), withoutId(one));
      assertEquals(200, cast.client(owner).get("/api/v1/me").status());
    }
  }

  @Test
  void anothersCursorTellsNothing() {
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Device device = cast.device(cast.subscriber());
      Client stranger = cast.client(cast.subscriber());
      assertEquals("cursor-invalid", stranger.get("/api/v1/devices?cursor=" + device.id()).code());
      assertEquals("cursor-invalid", stranger.get("/api/v1/devices?cursor=nothing").code());
    }
  }

  @Test
  void listsArePagedToTheEndAndHoldOnlyWhatIsTheCallers() {
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      cast.device(cast.subscriber());
      Member owner = cast.subscriber();
      List<String> ids = List.of(cast.device(owner).id().value(), cast.device(owner).id().value());
      Client client = cast.client(owner);
      Answer first = client.get("/api/v1/devices?limit=1");
      Answer second = client.get("/api/v1/devices?limit=1&cursor=" + first.text("next"));
      assertEquals(ids.get(0), deviceId(first));
      assertEquals(ids.get(1), deviceId(second));
      assertEquals("null", second.json().get("next").toString());
      Client admin = cast.client(cast.administrator());
      Answer users = admin.get("/api/v1/admin/users?limit=2");
      Answer rest = admin.get("/api/v1/admin/users?limit=2&cursor=" + users.text("next"));
      assertEquals(1, rest.json().getAsJsonArray("items").size());
      assertEquals(
          Map.of("limit", 400, "cursor", 400),
          Map.of(
              "limit", admin.get("/api/v1/admin/users?limit=101").status(),
              "cursor", admin.get("/api/v1/admin/users?cursor=-1").status()));
    }
  }

  private static String deviceId(Answer page) {
    return page.json()
        .getAsJsonArray("items")
        .get(0)
        .getAsJsonObject()
        .get("deviceId")
        .getAsString();
  }

  /** The body without the id of the request, the one thing that differs between any two answers. */
  static String withoutId(Answer answer) {
    return answer.body().replaceAll("\"requestId\":\"[^\"]*\"", "");
  }
}
