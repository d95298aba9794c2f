package com.truevault.web.http;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.web.json.FieldError;
import com.truevault.web.json.InvalidFieldsException;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The host without a server: takes what came in, lets it pass the checks in their order, and
 * answers. Never throws. Thread-safe.
 */
public final class WebApplication {
  private final Router router;
  private final RequestContext context;
  private final Failures failures;
  private final SecurityHeaders securityHeaders;
  private final RequestIds ids;
  private final RequestLog log = new RequestLog();

  /**
   * Puts the host together.
   *
   * @throws IllegalStateException if a route does not say who may call it
   */
  public WebApplication(
      HttpConfig config,
      Router router,
      Authenticator authenticator,
      Csrf csrf,
      ErrorPages errorPages) {
    SecureRandom random = new SecureRandom();
    this.router = router;
    this.context =
        new RequestContext(
            config, authenticator, csrf, new Proxies(config.trustedProxies()), random);
    this.failures = new Failures(errorPages);
    this.securityHeaders = new SecurityHeaders(config);
    this.ids = new RequestIds(random);
    router.routes().forEach(Route::access);
  }

  /** Answers a request, or says with {@link Response#later()} when it can be answered. */
  public Response answer(Incoming incoming) {
    return answer(incoming, this::dispatch);
  }

  /** Refuses a request whose client has too many others under way. */
  public Response refuse(Incoming incoming) {
    return answer(
            incoming,
            request -> {
              throw new RefusedRequestException(
                  429, "too-many-at-once", "too many requests at once; wait for earlier answers");
            })
        .header("Retry-After", "1");
  }

  /** The address of the client: through trusted proxies the one they saw. */
  public String clientOf(Incoming incoming) {
    return context.proxies().client(incoming);
  }

  private Response answer(Incoming incoming, Function<Request, Response> work) {
    long started = System.nanoTime();
    Request request = new Request(incoming, context, ids.next());
    Response response = attempt(request, () -> work.apply(request));
    Later later = response.later();
    return later == null
        ? finished(request, response, started)
        : Response.later(
            new Later(
                later.event(), () -> finished(request, attempt(request, later.answer()), started)));
  }

  private Response attempt(Request request, Supplier<Response> work) {
    try {
      return NotModified.unless(request, work.get());
    } catch (Throwable failure) {
      return failures.answer(request, failure);
    }
  }

  private Response finished(Request request, Response response, long started) {
    securityHeaders.addTo(response, request.usedNonce());
    response.header("X-Request-Id", request.id());
    log.answered(request, response.status(), System.nanoTime() - started);
    return response;
  }

  /** Gives what the server answers by itself the headers that every answer carries. */
  public Response guarded(Response response) {
    securityHeaders.addTo(response, null);
    return response;
  }

  private Response dispatch(Request request) {
    Router.Match match = router.match(Path.segments(request.path()));
    Method method = Method.find(request.method()).orElse(null);
    if (match == null) {
      throw new RefusedRequestException(404, "not-found", "nothing is found at this address");
    }
    Route route = method == null ? null : match.route(method).orElse(null);
    if (route == null) {
      return withoutRoute(request, match, method == Method.OPTIONS);
    }
    request.matched(route, match.values());
    check(request, route);
    return route.handler().handle(request);
  }

  private void check(Request request, Route route) {
    Body.requireLength(request.incoming(), route.maxBody());
    requireAccess(request, route);
    if (!route.method().isSafe() && !route.isSigned()) {
      context.csrf().check(request, context.config().origin());
    }
    if (route.isApi()) {
      requireKnown(request.query(), route::knowsQuery, "is not a known parameter");
    } else if (!route.method().isSafe()) {
      requireKnown(
          request.form(),
          name -> name.equals(Csrf.FIELD) || route.form().contains(name),
          "is not a known field");
    }
  }

  private void requireAccess(Request request, Route route) {
    if (route.access() == Access.ANYONE) {
      return;
    }
    if (route.access() == Access.AGENT) {
      request.agent();
      return;
    }
    Caller caller = request.caller();
    if (route.access() == Access.ADMIN && !caller.isAdmin()) {
      context.authenticator().denied(request, caller);
      throw new TrueVaultException(
          ErrorKind.FORBIDDEN,
          "administrators-only",
          "only administrators may do this, and they may have to switch sign-in codes on first");
    }
  }

  private static void requireKnown(Parameters sent, Predicate<String> isKnown, String refusal) {
    if (sent.names().isEmpty()) {
      return;
    }
    List<FieldError> unknown =
        sent.names().stream()
            .filter(name -> !isKnown.test(name))
            .limit(20)
            .map(name -> new FieldError(name, refusal))
            .toList();
    if (!unknown.isEmpty()) {
      throw new InvalidFieldsException(unknown);
    }
  }

  private Response withoutRoute(Request request, Router.Match match, boolean isOptions) {
    String allowed =
        match.routes().keySet().stream()
            .map(method -> method == Method.GET ? "GET, HEAD" : method.name())
            .collect(Collectors.joining(", "));
    Response response =
        isOptions
            ? Response.noContent()
            : failures.answer(
                request,
                new RefusedRequestException(
                    405, "method-not-allowed", "this address answers " + allowed + " only"));
    return response.header("Allow", allowed);
  }
}
