package com.truevault.web.http;

/**
 * Shows a problem to a person. The answer may also be a redirect, such as to the sign-in page when
 * the problem is 401. It must not fail; if it does, the plain page stands in.
 */
@FunctionalInterface
public interface ErrorPages {
  /** Pages of plain text, for hosts and tests without templates. */
  ErrorPages PLAIN =
      (request, problem) ->
          Response.text(
              problem.status(),
              problem.title() + "\n" + problem.detail() + "\n" + problem.requestId());

  /** Renders the problem with its status. */
  Response page(Request request, Problem problem);
}
