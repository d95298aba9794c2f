package com.truevault.web.page;

import com.truevault.web.http.ErrorPages;
import com.truevault.web.http.Problem;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.page.site.ErrorPage;
import com.truevault.web.page.site.ErrorPage.Step;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Shows failures as pages with a next step; whoever is not signed in is asked to sign in. */
public final class PageErrors implements ErrorPages {
  private static final String VOID_LINK = "link-void";
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
    boolean signedIn = request.findCaller().isPresent();
    Area area = signedIn ? Area.CUSTOMER : Area.SITE;
    ErrorPage page = page(problem, next(request, problem, signedIn));
    return kit.show(problem.status(), request, area, "site/error", page);
  }

  private Step next(Request request, Problem problem, boolean signedIn) {
    if (VOID_LINK.equals(problem.code())) {
      return step("link", "/profile");
    }
    if (problem.status() >= 500 && request.method().equals("GET")) {
      return step("again", request.path());
    }
    return signedIn ? step("overview", "/dashboard") : step("home", "/");
  }

  private Step step(String key, String href) {
    return new Step(kit.t("error." + key), href);
  }

  private ErrorPage page(Problem problem, Step next) {
    int status = problem.status();
    Messages messages = kit.messages();
    String own = Words.sentence(problem.detail());
    String key = "error." + (VOID_LINK.equals(problem.code()) ? "void" : status);
    return new ErrorPage(
        status,
        messages.textOr(key, kit.t("error.other")),
        messages.textOr(key + ".text", own),
        next,
        status >= 500 ? problem.requestId() : "");
  }
}
