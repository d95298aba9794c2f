package com.truevault.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.web.api.Cast.Member;
import com.truevault.web.host.TestHost;
import com.truevault.web.http.Access;
import com.truevault.web.http.Route;
import com.truevault.web.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Fields that are not the caller's to set are refused on every route (security row 32). */
class MassAssignmentTest {
  private static final List<String> FORBIDDEN =
      List.of(
          "role",
          "isVip",
          "accountType",
          "maxDevices",
          "userId",
          "emailVerified",
          "planPrice",
          "paidThrough",
          "id",
          "passwordHash",
          "assignedIp",
          "__proto__");

  @Test
  void everyRouteThatReadsARecordRefusesForbiddenFields() {
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Samples samples = new Samples(host, cast);
      Member user = cast.subscriber();
      Client admin = cast.client(cast.administrator());
      for (Route route : host.routes()) {
        if (route.body().isPresent()) {
          Client client = route.access() == Access.ADMIN ? admin : cast.client(user);
          refuses(client, route, samples, user);
        }
      }
    }
  }

  private static void refuses(Client client, Route route, Samples samples, Member user) {
    String path = samples.path(route, user);
    for (String field : FORBIDDEN) {
      Map<String, Object> body = new LinkedHashMap<>();
      Map<String, Object> sample = samples.body(route);
      body.putAll(sample == null ? Map.of() : sample);
      body.put(field, "1");
      Answer answer = client.send(route.method().name(), path, Json.text(body));
      String what = route + " with " + field + ": " + answer.body();
      assertEquals(400, answer.status(), what);
      assertEquals("invalid-fields", answer.code(), what);
      assertTrue(answer.body().contains("is not a known field"), what);
    }
  }
}
