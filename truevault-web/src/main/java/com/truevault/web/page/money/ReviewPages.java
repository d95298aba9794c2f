package com.truevault.web.page.money;

import com.truevault.subscription.Job;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.Area;
import com.truevault.web.page.PageKit;
import com.truevault.web.page.Words;
import com.truevault.web.session.CurrentUser;

/** What a person has to look at: doubts about money, and work outside that gave up. */
public final class ReviewPages implements Routes {
  private static final String JOBS = "/admin/money/jobs";
  private final PageKit kit;

  /** Shows the pages with the given kit. */
  public ReviewPages(PageKit kit) {
    this.kit = kit;
  }

  @Override
  public void define(Router router) {
    router
        .get("/admin/money/reviews", this::reviews)
        .access(Access.ADMIN)
        .summary("Lists what a person has to look at");
    router.get(JOBS, this::jobs).access(Access.ADMIN).summary("Lists work that gave up");
    router
        .post(JOBS + "/retry", this::retry)
        .form("job")
        .access(Access.ADMIN)
        .summary("Tries work again that gave up");
  }

  private Response reviews(Request request) {
    var lines =
        kit.vault().money().reviews().open().stream()
            .map(
                review ->
                    new ReviewsPage.Line(
                        review.subscription(), review.about(), review.at(), review.text()))
            .toList();
    return kit.show(request, Area.ADMIN, "money/reviews", new ReviewsPage(lines));
  }

  private Response jobs(Request request) {
    var lines = kit.vault().money().stuckJobs().list().stream().map(this::line).toList();
    return kit.show(request, Area.ADMIN, "money/jobs", new JobsPage(lines));
  }

  private Response retry(Request request) {
    kit.vault().money().stuckJobs().retry(CurrentUser.actor(request), request.form().text("job"));
    return kit.done(JOBS, "money.retried");
  }

  private JobsPage.Line line(Job job) {
    return new JobsPage.Line(
        job.key(),
        kit.t("money.job." + Words.key(job.kind())),
        job.subscription(),
        job.dueAt(),
        job.attempts(),
        job.lastError());
  }
}
