package com.truevault.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.web.host.TestHost;
import com.truevault.web.http.Access;
import com.truevault.web.http.Route;
import org.junit.jupiter.api.Test;

/** Errors are problems with a stable code, everywhere (security row 87). */
class ProblemTest {
  @Test
  void everyGuardedRouteRefusesStrangersWithAProblem() {
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Samples samples = new Samples(host, cast);
      for (Route route : host.routes()) {
        if (route.isApi() && route.access() != Access.ANYONE) {
          Answer answer = samples.send(cast.client(), route, cast.subscriber());
          boolean isForAgents = route.access() == Access.AGENT;
          assertProblem(answer, 401, isForAgents ? "agent-unknown" : "sign-in-needed");
          assertEquals("Bearer", answer.header("WWW-Authenticate"), route.toString());
        }
      }
    }
  }

  @Test
  void whatIsNotThereOrNotAllowedIsAProblemToo() {
    try (TestHost host = TestHost.inMemory()) {
      Client client = new Cast(host).client();
      assertProblem(client.get("/api/v1/nothing"), 404, "not-found");
      assertProblem(client.delete("/api/v1/plans"), 405, "method-not-allowed");
      assertProblem(client.get("/api/v1/plans?page=2"), 400, "invalid-fields");
      assertProblem(
          client.send("POST", "/api/v1/users", "text/plain", "{}"), 415, "unsupported-media-type");
      assertProblem(client.send("POST", "/api/v1/users", "{"), 400, "malformed-json");
    }
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertEquals(status, answer.status(), answer.body());
    assertEquals("application/problem+json", answer.header("Content-Type"));
    assertEquals(code, answer.code());
    assertEquals(status, answer.json().get("status").getAsInt());
    assertFalse(answer.text("detail").isEmpty());
    assertTrue(answer.text("requestId").equals(answer.header("X-Request-Id")));
  }
}
