package com.truevault.paypal.model;

import com.truevault.billing.BillingState;
import com.truevault.billing.BillingStatus;
import com.truevault.billing.ProviderStatus;
import com.truevault.billing.Subscription;
import com.truevault.mail.Mail;
import com.truevault.paypal.testing.FakeSubscription;
import com.truevault.subscription.JobState;
import com.truevault.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What has to hold once a house is calm. */
final class Invariants {
  private static final Duration GRACE_AND_PATIENCE = Duration.ofHours(11 * 24 + 36);

  private final House house;
  private final List<User> users;
  private final List<String> breaches = new ArrayList<>();
  private int plain;

  Invariants(House house, List<User> users) {
    this.house = house;
    this.users = users;
  }

  List<String> breaches() {
    breaches.addAll(new Accounts(house).breaches());
    Map<String, FakeSubscription> truth = house.truth();
    house.rows().forEach(row -> row(row, truth.get(row.publicId())));
    users.forEach(this::user);
    mails();
    again();
    return breaches;
  }

  /** How many subscriptions the oracle was sure about. */
  int plain() {
    return plain;
  }

  private void row(Subscription row, @Nullable FakeSubscription truth) {
    BillingState state = house.vault().subscriptions().state(row);
    BillingStatus status = row.standing().status();
    demand(state.status() == status, "the row says " + status + ", the facts " + state);
    Oracle oracle = new Oracle(house, row, truth);
    Set<BillingStatus> allowed = oracle.allowed();
    plain += allowed.size() == 1 ? 1 : 0;
    demand(
        allowed.contains(status),
        "I17-I23: " + status + " instead of " + allowed + " because " + state.rule() + " " + row);
    if (status == BillingStatus.ENDED && truth != null && truth.status() == ProviderStatus.ACTIVE) {
      boolean isGivenUp =
          house.storage.billingJobs().of(row.publicId()).stream()
              .anyMatch(job -> job.state() == JobState.DEAD);
      demand(isGivenUp, "I22: PayPal still charges for " + row);
    }
    Instant graceUntil = row.standing().graceUntil();
    Instant checkedAt = row.standing().checkedAt();
    if (status == BillingStatus.SUSPENDED && graceUntil != null) {
      demand(
          checkedAt != null && !checkedAt.isBefore(graceUntil),
          "I21: suspended on " + graceUntil + " and asked on " + checkedAt);
    }
  }

  private void user(User user) {
    List<Subscription> own = house.storage.subscriptions().ofUser(user.id());
    long live = own.stream().filter(row -> row.standing().status().isLive()).count();
    demand(live <= 1, "I16: " + live + " live subscriptions of one user");
    boolean isCovered = own.stream().anyMatch(Invariants::givesAccess);
    boolean isAllowed = house.vault().entitlements().of(user).allowed();
    demand(isAllowed == isCovered, "I17, I18: access is " + isAllowed + " with " + own);
    Instant now = house.clock.instant();
    boolean isPaidLately =
        own.stream()
            .map(Subscription::paidThrough)
            .anyMatch(end -> end != null && now.isBefore(end.plus(GRACE_AND_PATIENCE)));
    boolean isHeld =
        own.stream()
            .anyMatch(row -> new Oracle(house, row, house.truth().get(row.publicId())).isUnclear());
    demand(!isAllowed || isPaidLately || isHeld, "I19: access long after " + own);
  }

  private static boolean givesAccess(Subscription row) {
    return switch (row.standing().status()) {
      case ACTIVE, PAST_DUE, CANCEL_SCHEDULED -> !row.standing().blocked();
      case PENDING, SUSPENDED, ENDED -> false;
    };
  }

  private void mails() {
    Map<String, Set<String>> byDocument = new HashMap<>();
    for (Mail mail : house.mails.mails()) {
      Matcher number = Pattern.compile("\\b(INV|CN)-\\d{4}-\\d+\\b").matcher(mail.text());
      while (number.find()) {
        byDocument
            .computeIfAbsent(number.group() + " " + mail.to(), any -> new HashSet<>())
            .add(mail.id());
      }
    }
    byDocument.forEach(
        (document, mailed) -> demand(mailed.size() == 1, "mailed twice: " + document));
  }

  /** I1, I2, I4: the same again changes nothing. */
  private void again() {
    String before = everything();
    house.rows().forEach(row -> house.vault().reconciliation().reconcile(row.publicId()));
    house.round();
    String after = everything();
    demand(before.equals(after), "I2: again changed\n" + before + "\ninto\n" + after);
  }

  private String everything() {
    StringBuilder all = new StringBuilder();
    for (Subscription row : house.rows()) {
      all.append(row.publicId())
          .append(row.standing().status())
          .append(row.paidThrough())
          .append(" facts ")
          .append(
              house.storage.facts().of(row.publicId()).stream().map(r -> r.fact().key()).toList())
          .append(" booked ")
          .append(house.storage.ledger().of(row.publicId()).size())
          .append(" jobs ")
          .append(house.storage.billingJobs().of(row.publicId()).size())
          .append('\n');
    }
    return all.toString();
  }

  private void demand(boolean holds, String otherwise) {
    if (!holds) {
      breaches.add(otherwise);
    }
  }
}
