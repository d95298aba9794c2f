package com.truevault.web.page.money;

import com.truevault.ErrorKind;
import com.truevault.Storage;
import com.truevault.TrueVaultException;
import com.truevault.billing.Standing;
import com.truevault.billing.Subscription;
import com.truevault.ledger.Invoice;
import com.truevault.ledger.Payment;
import com.truevault.ledger.PaymentStatus;
import com.truevault.subscription.Job;
import com.truevault.subscription.JobKind;
import com.truevault.subscription.Reviews;
import com.truevault.user.User;
import com.truevault.web.http.Request;
import com.truevault.web.page.Form;
import com.truevault.web.page.PageKit;
import com.truevault.web.page.Words;
import com.truevault.web.page.money.SubscriptionPage.JobLine;
import com.truevault.web.page.money.SubscriptionPage.Pair;
import com.truevault.web.page.money.SubscriptionPage.PaymentLine;
import com.truevault.web.page.money.SubscriptionPage.ReviewLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers what the page about one subscription shows. */
final class SubscriptionView {
  private final PageKit kit;
  private final Storage storage;

  SubscriptionView(PageKit kit) {
    this.kit = kit;
    this.storage = kit.vault().storage();
  }

  static Subscription wanted(PageKit kit, Request request) {
    return kit.vault()
        .storage()
        .subscriptions()
        .find(request.pathParameter("subscriptionId"))
        .orElseThrow(
            () ->
                new TrueVaultException(
                    ErrorKind.NOT_FOUND, "subscription-not-found", "no such subscription"));
  }

  SubscriptionPage page(Subscription subscription, Form form) {
    String id = subscription.publicId();
    return new SubscriptionPage(
        SubscriptionsPage.Line.of(subscription, email(subscription), kit.messages()),
        user(subscription).map(User::publicId).orElse(""),
        facts(subscription),
        new Timeline(kit.messages()).of(storage.facts().of(id)),
        storage.payments().of(id).stream().map(this::payment).toList(),
        reviews(id),
        storage.billingJobs().of(id).stream()
            .filter(job -> job.kind() != JobKind.NOTICE)
            .map(this::job)
            .toList(),
        form);
  }

  String email(Subscription subscription) {
    return user(subscription).map(user -> user.email().typed()).orElse("–");
  }

  private Optional<User> user(Subscription subscription) {
    return storage.users().find(subscription.user());
  }

  private List<Pair> facts(Subscription subscription) {
    Standing standing = subscription.standing();
    List<Pair> pairs = new ArrayList<>();
    String gateway = subscription.gatewayId();
    pairs.add(new Pair(kit.t("money.gateway"), gateway == null ? "–" : gateway));
    day(pairs, "start", subscription.startDate());
    day(pairs, "paid", subscription.paidThrough());
    day(pairs, "since", standing.pastDueSince());
    day(pairs, "grace", standing.graceUntil());
    day(pairs, "checked", standing.checkedAt());
    if (standing.endReason() != null) {
      String reason = kit.t("money.end." + Words.key(standing.endReason()));
      pairs.add(new Pair(kit.t("money.ended"), reason));
    }
    if (standing.next() != null) {
      String next = kit.t("plan." + Words.key(standing.next().plan()));
      pairs.add(new Pair(kit.t("money.next"), next + " " + Words.price(standing.next().price())));
    }
    return pairs;
  }

  private void day(List<Pair> pairs, String key, @Nullable Instant at) {
    if (at != null) {
      pairs.add(new Pair(kit.t("money." + key), Words.day(at)));
    }
  }

  private PaymentLine payment(Payment payment) {
    boolean paid =
        payment.status() == PaymentStatus.COMPLETED || payment.status() == PaymentStatus.REFUNDED;
    var left = Amounts.minus(payment.amount(), payment.repaid());
    return new PaymentLine(
        payment.saleId(),
        payment.paidAt(),
        Words.price(payment.amount()),
        payment.fee() == null ? "–" : Words.price(payment.fee()),
        payment.repaid().minor() == 0 ? "" : Words.price(payment.repaid()),
        kit.t(
            payment.suspended()
                ? "money.suspense"
                : "money.payment." + Words.key(payment.status())),
        paid && left.minor() > 0 ? left.amount() : "",
        storage.invoices().ofSale(payment.saleId()).stream().map(Invoice::number).toList());
  }

  private List<ReviewLine> reviews(String id) {
    return kit.vault().money().reviews().of(id).stream()
        .map(
            review ->
                new ReviewLine(
                    review.about(), review.at(), review.text(), Reviews.isAboutMoney(review)))
        .toList();
  }

  private JobLine job(Job job) {
    return new JobLine(
        kit.t("money.job." + Words.key(job.kind())),
        job.dueAt(),
        kit.t("money.job.state." + Words.key(job.state())),
        job.attempts(),
        job.lastError());
  }
}
