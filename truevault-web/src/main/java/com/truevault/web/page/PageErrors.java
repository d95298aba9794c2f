package com.truevault.web.page;

import com.truevault.web.http.ErrorPages;
import com.truevault.web.http.Problem;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.page.site.ErrorPage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Shows failures as pages with a next step; whoever is not signed in is asked to sign in. */
public final class PageErrors implements ErrorPages {
  private final PageKit kit;

  /** Renders with the given kit. */
  public PageErrors(PageKit kit) {
    this.kit = kit;
  }

  @Override
  public Response page(Request request, Problem problem) {
    if (problem.status() == 401) {
      String next = request.method().equals("GET") ? request.path() : "/dashboard";
      return Response.redirect("/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }
    return kit.show(problem.status(), request, Area.SITE, "site/error", page(problem));
  }

  private ErrorPage page(Problem problem) {
    int status = problem.status();
    Messages messages = kit.messages();
    String own = Words.sentence(problem.detail());
    return new ErrorPage(
        status,
        messages.textOr("error." + status, kit.t("error.other")),
        messages.textOr("error." + status + ".text", own),
        kit.t("error.home"),
        "/",
        status >= 500 ? problem.requestId() : "");
  }
}
