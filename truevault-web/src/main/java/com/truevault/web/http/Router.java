package com.truevault.web.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The route table of the host. Routes are added while it is built by one thread; from the first
 * look-up on it is only read, by any number of threads.
 */
public final class Router {
  private final PathNode root = new PathNode();
  private final List<Route> routes = new ArrayList<>();

  /** The routes of a path, and what its parameters are in this request. */
  record Match(Map<Method, Route> routes, List<String> values) {
    Optional<Route> route(Method method) {
      Route exact = routes.get(method);
      return Optional.ofNullable(
          exact == null && method == Method.HEAD ? routes.get(Method.GET) : exact);
    }
  }

  /** Makes a table of the routes of several features. */
  public static Router of(Iterable<? extends Routes> features) {
    Router router = new Router();
    for (Routes feature : features) {
      feature.define(router);
    }
    return router;
  }

  /** Adds a route that reads; it also answers HEAD. */
  public Route get(String path, Handler handler) {
    return add(Method.GET, path, handler);
  }

  /** Adds a route that creates or acts. */
  public Route post(String path, Handler handler) {
    return add(Method.POST, path, handler);
  }

  /** Adds a route that changes some fields. */
  public Route patch(String path, Handler handler) {
    return add(Method.PATCH, path, handler);
  }

  /** Adds a route that replaces. */
  public Route put(String path, Handler handler) {
    return add(Method.PUT, path, handler);
  }

  /** Adds a route that removes. */
  public Route delete(String path, Handler handler) {
    return add(Method.DELETE, path, handler);
  }

  /** All routes in the order in which they were added. */
  public List<Route> routes() {
    return Collections.unmodifiableList(routes);
  }

  /** Finds the routes of a decoded path. */
  @Nullable Match match(List<String> segments) {
    List<String> values = new ArrayList<>(2);
    Map<Method, Route> found = root.find(segments, 0, values);
    return found == null ? null : new Match(found, values);
  }

  private Route add(Method method, String path, Handler handler) {
    Route route = new Route(method, PathTemplate.of(path), handler);
    root.add(route);
    routes.add(route);
    return route;
  }
}
