package com.truevault.subscription;

import com.truevault.billing.BillingPolicy;
import com.truevault.billing.BillingState.Dunning;
import com.truevault.billing.BillingStatus;
import com.truevault.billing.EndReason;
import com.truevault.billing.Fact.Carried;
import com.truevault.billing.Fact.Repayment;
import com.truevault.billing.Fact.RepaymentKind;
import com.truevault.billing.Fact.Sale;
import com.truevault.billing.Fact.SaleState;
import com.truevault.billing.Subscription;
import com.truevault.ledger.Booked;
import com.truevault.mail.Mails;
import com.truevault.outbox.Outgoing;
import com.truevault.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes to customers about their money: one mail for each payment, failure and step, however often
 * it is noticed. Safe for use by many threads.
 */
public final class Notices {
  private final Mails mails;
  private final JobStore jobs;
  private final Addressees addressees;
  private final SurplusNotice surplus;
  private final NoticeWords words;

  /** Queues mails, and notes in the given store that they were queued. */
  Notices(Mails mails, JobStore jobs, Addressees addressees, SurplusNotice surplus) {
    this.mails = mails;
    this.jobs = jobs;
    this.addressees = addressees;
    this.surplus = surplus;
    this.words = new NoticeWords(mails);
  }

  /** Tells what a look at a subscription changed, in the transaction that changed it. */
  void tell(Outgoing out, Turn turn, BillingPolicy policy) {
    turn.booked().forEach(booked -> booked(out, turn, booked));
    remind(out, turn, policy);
    announceSurplus(out, turn);
    Dunning dunning = turn.state().dunning();
    if (turn.isNew(BillingStatus.SUSPENDED) && dunning != null && !dunning.ourFault()) {
      send(out, turn, dunning.since() + ":suspended", "subscription-suspended");
    }
    if (turn.isNew(BillingStatus.CANCEL_SCHEDULED)) {
      send(out, turn, "cancelled", "subscription-cancelled");
    }
    if (turn.isNew(BillingStatus.ENDED)) {
      ended(out, turn, turn.state().endReason());
    }
    if (turn.isNew(BillingStatus.ACTIVE)) {
      active(out, turn);
    } else if (changedTerms(turn)) {
      send(out, turn, "terms:" + turn.now(), "plan-changed");
    }
  }

  private void announceSurplus(Outgoing out, Turn turn) {
    Map<String, String> said = surplus.words(turn.after(), turn.now());
    if (!said.isEmpty()) {
      String step = "surplus:" + turn.after().paidThrough();
      send(out, turn.after(), step, "devices-over-limit", said, turn.now());
    }
  }

  private void booked(Outgoing out, Turn turn, Booked booked) {
    Map<String, String> more =
        Map.of(
            "amount", booked.document().total().toString().replaceFirst("^-", ""),
            "document", booked.document().number());
    if (booked.fact() instanceof Sale sale) {
      send(
          out,
          turn.after(),
          "paid:" + sale.saleId(),
          isFirst(turn) ? "subscription-started" : "payment-received",
          more,
          turn.now());
    } else if (booked.fact() instanceof Repayment repayment
        && repayment.kind() == RepaymentKind.REFUND) {
      send(out, turn.after(), "repaid:" + repayment.id(), "payment-refunded", more, turn.now());
    }
  }

  private static boolean isFirst(Turn turn) {
    return turn.file().of(Sale.class).filter(s -> s.state() == SaleState.COMPLETED).count() == 1
        && turn.file().of(Carried.class).findAny().isEmpty();
  }

  /** Only right after the provider said that nothing was paid; of late steps only the newest. */
  private void remind(Outgoing out, Turn turn, BillingPolicy policy) {
    Dunning dunning = turn.state().dunning();
    if (dunning == null
        || dunning.ourFault()
        || !turn.isAnswered()
        || turn.state().status() != BillingStatus.PAST_DUE) {
      return;
    }
    List<Integer> days = policy.mailDays();
    Optional<Integer> day =
        days.stream()
            .filter(d -> !dunning.since().plus(Duration.ofDays(d)).isAfter(turn.now()))
            .max(Comparator.naturalOrder());
    boolean isTold =
        dunning.retriesExhausted()
            && send(out, turn, dunning.since() + ":exhausted", "payment-retries-ended");
    day.ifPresent(
        d -> {
          String step = dunning.since() + ":day-" + d;
          if (isTold) {
            jobs.add(Jobs.notice(key(turn.id(), step), turn.id(), turn.now()), turn.now());
          } else {
            send(out, turn, step, template(days, d));
          }
        });
  }

  private static String template(List<Integer> days, int day) {
    if (day == days.get(0)) {
      return "payment-failed";
    }
    return day == days.get(days.size() - 1) ? "payment-last-reminder" : "payment-reminder";
  }

  private void ended(Outgoing out, Turn turn, @Nullable EndReason reason) {
    if (reason == EndReason.NONPAYMENT) {
      send(out, turn, "ended", "subscription-unpaid");
    } else if (reason == EndReason.WITHDRAWN) {
      send(out, turn, "withdrawn", "subscription-withdrawn");
    }
  }

  private void active(Outgoing out, Turn turn) {
    if (turn.was() == BillingStatus.SUSPENDED) {
      send(out, turn, "resumed:" + turn.after().standing().lastPayment(), "subscription-resumed");
    } else if (turn.was() == BillingStatus.PENDING
        && turn.file().of(Carried.class).findAny().isPresent()) {
      send(out, turn, "continued", "subscription-continued");
    }
  }

  private static boolean changedTerms(Turn turn) {
    return turn.was() != BillingStatus.PENDING
        && turn.state().status() != BillingStatus.ENDED
        && (turn.before().plan() != turn.after().plan()
            || turn.before().cycle() != turn.after().cycle());
  }

  private boolean send(Outgoing out, Turn turn, String step, String template) {
    return send(out, turn.after(), step, template, Map.of(), turn.now());
  }

  private boolean send(
      Outgoing out,
      Subscription about,
      String step,
      String template,
      Map<String, String> more,
      Instant now) {
    User user = addressees.find(about.user()).orElse(null);
    if (user == null
        || !jobs.add(Jobs.notice(key(about.publicId(), step), about.publicId(), now), now)) {
      return false;
    }
    Map<String, String> values = new HashMap<>(words.of(about));
    values.putAll(more);
    mails.queue(
        out, user.email().deliverable(), template, user.name().full(), NoticeWords.PATH, values);
    return true;
  }

  private static String key(String subscription, String step) {
    return "notice:" + subscription + ":" + step;
  }
}
