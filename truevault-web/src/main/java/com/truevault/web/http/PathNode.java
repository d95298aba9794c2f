package com.truevault.web.http;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One step of the tree of paths; a literal is tried before a parameter, a rest last. */
final class PathNode {
  private final Map<String, PathNode> literals = new HashMap<>();
  private final Map<Method, Route> routes = new EnumMap<>(Method.class);
  private @Nullable PathNode parameter;
  private @Nullable PathNode rest;

  void add(Route route) {
    PathNode node = this;
    for (String segment : route.path().segments()) {
      node = node.step(segment);
    }
    Route earlier = node.routes.putIfAbsent(route.method(), route);
    if (earlier != null) {
      throw new IllegalStateException(route + " is already answered by " + earlier);
    }
  }

  private PathNode step(String segment) {
    if (!PathTemplate.isParameter(segment)) {
      return literals.computeIfAbsent(segment, ignored -> new PathNode());
    }
    if (PathTemplate.isRest(segment)) {
      rest = rest == null ? new PathNode() : rest;
      return rest;
    }
    parameter = parameter == null ? new PathNode() : parameter;
    return parameter;
  }

  /** Finds the routes of a path; the segments that parameters took are added to {@code values}. */
  @Nullable Map<Method, Route> find(List<String> segments, int index, List<String> values) {
    if (index == segments.size()) {
      return routes.isEmpty() ? null : routes;
    }
    String segment = segments.get(index);
    PathNode literal = literals.get(segment);
    Map<Method, Route> found = literal == null ? null : literal.find(segments, index + 1, values);
    if (found == null && parameter != null && !segment.isEmpty()) {
      values.add(segment);
      found = parameter.find(segments, index + 1, values);
      if (found == null) {
        values.remove(values.size() - 1);
      }
    }
    if (found == null && rest != null) {
      values.add(String.join("/", segments.subList(index, segments.size())));
      found = rest.routes;
    }
    return found;
  }
}
