package com.truevault.web.health;

import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;

/** What a watchdog asks. */
public final class HealthRoutes implements Routes {
  private final Readiness readiness;

  /** Answers from the given look-out. */
  public HealthRoutes(Readiness readiness) {
    this.readiness = readiness;
  }

  @Override
  public void define(Router router) {
    router
        .get("/healthz", this::alive)
        .api()
        .access(Access.ANYONE)
        .summary("Says that the process answers")
        .answers(200, AliveJson.class);
    router
        .get("/readyz", this::ready)
        .api()
        .access(Access.ANYONE)
        .summary("Says whether files, disk and outboxes are fine")
        .answers(200, ReadinessJson.class)
        .answers(503, ReadinessJson.class);
  }

  private Response alive(Request request) {
    return Response.json(new AliveJson(true));
  }

  private Response ready(Request request) {
    ReadinessJson now = readiness.now();
    return Response.json(now.ready() ? 200 : 503, now);
  }
}
