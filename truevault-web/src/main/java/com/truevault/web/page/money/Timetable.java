package com.truevault.web.page.money;

import com.truevault.billing.BillingPolicy;
import com.truevault.billing.Standing;
import com.truevault.ledger.FailedPayment;
import com.truevault.web.page.Messages;
import com.truevault.web.page.money.FailedPage.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What happens on which day while a renewal is not paid. */
record Timetable(BillingPolicy policy, Standing standing, Instant now) {

  List<Step> steps(FailedPayment failed, Messages messages) {
    Instant since = failed.failedAt();
    Instant grace = Objects.requireNonNullElse(standing.graceUntil(), since.plus(policy.grace()));
    List<Step> steps = new ArrayList<>();
    policy
        .mailDays()
        .forEach(day -> steps.add(step("mail", since.plus(Duration.ofDays(day)), messages)));
    if (failed.nextRetry() != null) {
      steps.add(step("retry", failed.nextRetry(), messages));
    }
    steps.add(step("suspended", grace, messages));
    steps.add(step("ended", since.plus(policy.end()), messages));
    steps.sort(Comparator.comparing(step -> Objects.requireNonNull(step.at())));
    return steps;
  }

  private Step step(String key, Instant at, Messages messages) {
    return new Step(messages.text("money.step." + key), at, !at.isAfter(now));
  }
}
