package com.truevault.web.http;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.user.TooManyAttemptsException;
import com.truevault.web.json.FieldError;
import com.truevault.web.json.InvalidFieldsException;
import com.truevault.web.json.Json;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns whatever a handler throws into an answer; the one place that knows which status is which.
 */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private static final Set<String> MEANT_FOR_CALLERS =
      Set.of("sign-in-busy", "payments-not-configured");

  /** What is not there now is asked for again, but not at once. */
  private static final String WAIT_SECONDS = "10";

  private final ErrorPages pages;

  Failures(ErrorPages pages) {
    this.pages = pages;
  }

  Response answer(Request request, Throwable failure) {
    Problem problem = problemOf(request, failure);
    Response response = render(request, problem);
    if (problem.status() == 401) {
      response.header("WWW-Authenticate", "Bearer");
    }
    if (problem.status() == 503) {
      response.header("Retry-After", WAIT_SECONDS);
    }
    if (failure instanceof TooManyAttemptsException refusal) {
      response.header("Retry-After", Long.toString(Math.max(1, refusal.waitFor().toSeconds())));
    }
    return response;
  }

  private Response render(Request request, Problem problem) {
    boolean isApi =
        request.route().map(Route::isApi).orElseGet(() -> request.path().startsWith("/api/"));
    if (!isApi) {
      try {
        return pages.page(request, problem);
      } catch (RuntimeException failure) {
        LOG.atError()
            .setCause(failure)
            .addKeyValue("requestId", request.id())
            .log("error page failed");
        return ErrorPages.PLAIN.page(request, problem);
      }
    }
    return Response.bytes(problem.status(), ContentType.PROBLEM, Json.bytes(problem.json()));
  }

  private static Problem problemOf(Request request, Throwable failure) {
    if (failure instanceof RefusedRequestException refusal) {
      return problem(request, refusal.status(), refusal.code(), refusal.detail(), List.of());
    }
    if (failure instanceof TrueVaultException refusal) {
      int status = statusOf(refusal.kind());
      if (status >= 500) {
        return unavailable(request, status, refusal);
      }
      List<FieldError> errors =
          refusal instanceof InvalidFieldsException fields ? fields.errors() : List.of();
      return problem(request, status, refusal.code(), refusal.getMessage(), errors);
    }
    log(request, failure);
    return problem(
        request,
        500,
        "internal-error",
        "something failed here; it was logged under the id of this request",
        List.of());
  }

  /** Messages of the inside name files and keys: whoever asks gets the code, the log the rest. */
  private static Problem unavailable(Request request, int status, TrueVaultException failure) {
    log(request, failure);
    String detail =
        MEANT_FOR_CALLERS.contains(failure.code())
            ? failure.getMessage()
            : "this does not work just now and was logged under the id of this request; try again";
    return problem(request, status, failure.code(), detail, List.of());
  }

  private static void log(Request request, Throwable failure) {
    LOG.atError().setCause(failure).addKeyValue("requestId", request.id()).log("request failed");
  }

  private static Problem problem(
      Request request, int status, String code, String detail, List<FieldError> errors) {
    return new Problem(status, Status.title(status), code, detail, request.id(), errors);
  }

  static int statusOf(ErrorKind kind) {
    return switch (kind) {
      case INVALID -> 400;
      case UNAUTHENTICATED -> 401;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      case LIMIT_REACHED -> 422;
      case TOO_MANY_ATTEMPTS -> 429;
      case UNAVAILABLE -> 503;
    };
  }
}
