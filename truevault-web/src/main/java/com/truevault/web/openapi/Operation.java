package com.truevault.web.openapi;

import com.truevault.web.http.Access;
import com.truevault.web.http.ContentType;
import com.truevault.web.http.Route;
import com.truevault.web.http.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The description of one route. */
final class Operation {
  private Operation() {}

  static Map<String, Object> of(Route route, Schemas schemas) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", id(route));
    operation.put("summary", route.summary());
    operation.put("tags", List.of(tag(route)));
    operation.put("security", SecuritySchemes.of(route.access()));
    operation.put("parameters", parameters(route, schemas));
    route
        .body()
        .ifPresent(
            type ->
                operation.put(
                    "requestBody",
                    Members.of("required", true, "content", json(schemas.reference(type)))));
    if (route.hasTextsBody()) {
      Map<String, Object> texts =
          Members.of("type", "object", "additionalProperties", Members.of("type", "string"));
      operation.put("requestBody", Members.of("required", true, "content", json(texts)));
    }
    operation.put("responses", responses(route, schemas));
    if (!route.problems().isEmpty()) {
      operation.put("x-problems", route.problems());
    }
    return operation;
  }

  /** {@code GET /api/v1/devices/{deviceId}} becomes {@code getDevicesByDeviceId}. */
  static String id(Route route) {
    StringBuilder id = new StringBuilder(route.method().name().toLowerCase(Locale.ROOT));
    for (String part : shortPath(route).split("[/.\\-]", -1)) {
      if (part.startsWith("{")) {
        id.append("By").append(capital(part.replaceAll("[{}*]", "")));
      } else if (!part.isEmpty()) {
        id.append(capital(part));
      }
    }
    return id.toString();
  }

  private static String tag(Route route) {
    String[] parts = shortPath(route).split("/", -1);
    return parts.length > 2 && parts[1].equals("admin") ? "admin " + parts[2] : parts[1];
  }

  private static String shortPath(Route route) {
    return route.path().text().replaceFirst("^/api/v[0-9]+", "");
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static List<Object> parameters(Route route, Schemas schemas) {
    List<Object> parameters = new ArrayList<>();
    for (String name : route.path().parameters()) {
      parameters.add(
          Members.with(
              Members.of("name", name, "in", "path"),
              Members.of("required", true, "schema", Members.of("type", "string"))));
    }
    for (Route.QueryParameter parameter : route.query()) {
      parameters.add(
          Members.with(
              Members.of("name", parameter.name(), "in", "query"),
              Members.of(
                  "description", parameter.description(), "schema", schemas.of(parameter.type()))));
    }
    return parameters;
  }

  private static Map<String, Object> responses(Route route, Schemas schemas) {
    Map<String, Object> responses = new LinkedHashMap<>();
    for (Route.Answer answer : route.answers()) {
      Map<String, Object> response = new LinkedHashMap<>();
      response.put("description", Status.title(answer.status()));
      if (answer.body() != null) {
        response.put(
            "content",
            json(answer.isPage() ? schemas.page(answer.body()) : schemas.of(answer.body())));
      } else if (!answer.contentType().isEmpty()) {
        response.put("content", Members.of(bare(answer.contentType()), Map.of()));
      }
      responses.put(Integer.toString(answer.status()), response);
    }
    if (route.access() != Access.ANYONE) {
      responses.put("401", problem(Status.title(401), schemas));
      responses.put("403", problem(Status.title(403), schemas));
    }
    responses.put("default", problem("A problem", schemas));
    return responses;
  }

  private static Map<String, Object> problem(String description, Schemas schemas) {
    return Members.of(
        "description",
        description,
        "content",
        Members.of(ContentType.PROBLEM, Members.of("schema", schemas.problem())));
  }

  private static Map<String, Object> json(Map<String, Object> schema) {
    return Members.of(ContentType.JSON, Members.of("schema", schema));
  }

  private static String bare(String contentType) {
    int semicolon = contentType.indexOf(';');
    return semicolon < 0 ? contentType : contentType.substring(0, semicolon);
  }
}
