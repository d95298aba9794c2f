package com.truevault.web.page.money;

import com.truevault.billing.BillingPolicy;
import com.truevault.billing.Standing;
import com.truevault.ledger.FailedPayment;
import com.truevault.store.PageRequest;
import com.truevault.user.User;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.Area;
import com.truevault.web.page.PageKit;
import java.util.Optional;

/** Renewals that failed, each with its timetable. */
public final class FailedPages implements Routes {
  private static final String PATH = "/admin/money/failed";
  private final PageKit kit;

  /** Shows the page with the given kit. */
  public FailedPages(PageKit kit) {
    this.kit = kit;
  }

  @Override
  public void define(Router router) {
    router.get(PATH, this::list).access(Access.ADMIN).summary("Lists renewals that failed");
  }

  private Response list(Request request) {
    int after = request.query().number("after", 0, 0, 999_999_999);
    var found =
        kit.vault().storage().payments().open(new PageRequest(after, PageRequest.USUAL_LIMIT));
    var lines = found.items().stream().flatMap(failed -> line(failed).stream()).toList();
    String next = found.next() == 0 ? "" : PATH + "?after=" + found.next();
    return kit.show(request, Area.ADMIN, "money/failed", new FailedPage(lines, next));
  }

  private Optional<FailedPage.Line> line(FailedPayment failed) {
    Standing standing =
        kit.vault()
            .storage()
            .subscriptions()
            .find(failed.subscription())
            .map(subscription -> subscription.standing())
            .orElse(Standing.NEW);
    Timetable timetable =
        new Timetable(BillingPolicy.of(kit.vault().settings()), standing, kit.now());
    Optional<User> user = kit.vault().storage().users().find(failed.user());
    return user.map(known -> FailedPage.Line.of(failed, known, timetable, kit.messages()));
  }
}
