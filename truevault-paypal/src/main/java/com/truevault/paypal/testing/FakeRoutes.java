package com.truevault.paypal.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which call is answered by what. */
final class FakeRoutes {
  private final List<Route> routes = new ArrayList<>();

  /** A call to a path such as {@code /v1/billing/plans/{}}, where the braces stand for an id. */
  void on(String method, String path, Handler handler) {
    Pattern pattern = Pattern.compile("\\Q" + path.replace("{}", "\\E([^/]+)\\Q") + "\\E");
    routes.add(new Route(method, pattern, handler));
  }

  /** A call to a path without an id. */
  void on(String method, String path, Function<FakeCall, FakeAnswer> handler) {
    on(method, path, (call, id) -> handler.apply(call));
  }

  FakeAnswer answer(FakeCall call) {
    for (Route route : routes) {
      Matcher matcher = route.path().matcher(call.path());
      if (route.method().equals(call.method()) && matcher.matches()) {
        return route.handler().answer(call, matcher.groupCount() == 0 ? "" : matcher.group(1));
      }
    }
    throw FakeProblemException.notFound();
  }

  @FunctionalInterface
  interface Handler {
    FakeAnswer answer(FakeCall call, String id);
  }

  private record Route(String method, Pattern path, Handler handler) {}
}
