package com.truevault.web.openapi;

import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Route;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Describes every API route of a router as OpenAPI 3.1. The description is made when it is asked
 * for and speaks of the routes that the router has by then. Thread-safe.
 */
public final class OpenApi implements Routes {
  private final String version;
  private final RouterSource routes;

  /** Where the routes come from; the router itself need not exist yet. */
  @FunctionalInterface
  public interface RouterSource {
    /** All routes of the host. */
    List<Route> routes();
  }

  /** Creates the description of the routes of a host of some version. */
  public OpenApi(String version, RouterSource routes) {
    this.version = version;
    this.routes = routes;
  }

  /** Creates the description of the very router that it is defined in. */
  public static Routes of(String version) {
    return router -> new OpenApi(version, router::routes).define(router);
  }

  @Override
  public void define(Router router) {
    router
        .get("/openapi.json", this::answer)
        .api()
        .access(Access.ANYONE)
        .summary("Describes this API")
        .answersAs(200, "application/json");
  }

  private Response answer(Request request) {
    return Response.json(document(request.baseUrl())).etag().cache("no-cache");
  }

  /** The description as nested maps and lists. */
  Map<String, Object> document(String baseUrl) {
    Schemas schemas = new Schemas();
    Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    for (Route route : routes.routes()) {
      if (route.isApi()) {
        paths
            .computeIfAbsent(route.path().text(), ignored -> new LinkedHashMap<>())
            .put(route.method().name().toLowerCase(Locale.ROOT), Operation.of(route, schemas));
      }
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    document.put(
        "info",
        Members.with(
            Members.of("title", "TrueVault", "version", version),
            Members.of("license", license())));
    document.put("servers", List.of(Members.of("url", baseUrl)));
    document.put("paths", paths);
    document.put(
        "components",
        Members.of("schemas", schemas.all(), "securitySchemes", SecuritySchemes.all()));
    return document;
  }

  private static Map<String, Object> license() {
    return Members.of("name", "Apache-2.0", "identifier", "Apache-2.0");
  }
}
