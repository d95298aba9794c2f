package com.truevault.web.page.money;

import com.truevault.ledger.FailedPayment;
import com.truevault.user.User;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Words;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Renewals that could not be collected, longest open first.
 *
 * @param next where the list goes on; empty at its end
 */
public record FailedPage(List<Line> lines, String next) {
  /**
   * One renewal.
   *
   * @param steps what happened and what will, by day
   */
  public record Line(
      String subscription,
      String email,
      String amount,
      String reason,
      int tries,
      List<Step> steps) {
    static Line of(FailedPayment failed, User user, Timetable timetable, Messages messages) {
      return new Line(
          failed.subscription(),
          user.email().typed(),
          Words.price(failed.amount()),
          messages.textOr("money.reason." + failed.reason(), failed.reason()),
          failed.retryCount() + 1,
          timetable.steps(failed, messages));
    }
  }

  /** A step of the timetable. */
  public record Step(String text, @Nullable Instant at, boolean past) {}
}
