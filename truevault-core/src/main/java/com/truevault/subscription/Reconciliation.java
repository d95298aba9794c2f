package com.truevault.subscription;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.billing.Fact;
import com.truevault.billing.PaymentGateway;
import com.truevault.billing.PaymentGateway.Report;
import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionStore;
import com.truevault.outbox.Effects;
import com.truevault.outbox.Outgoing;
import com.truevault.secret.TokenHash;
import com.truevault.store.DataFile;
import com.truevault.subscription.Assessment.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks the provider how a subscription stands and takes in what it says: the answer comes first,
 * outside any transaction, then one transaction takes in all of it. Stopped at any point, the same
 * is done again. Safe for use by many threads.
 */
public final class Reconciliation {
  /** Sales are read anew for so long, because news of them may come late. */
  private static final Duration WINDOW = Duration.ofDays(35);

  /** Money may go back for half a year; whoever heard of something looks that far. */
  private static final Duration FAR = Duration.ofDays(190);

  private static final Duration PAUSE = Duration.ofHours(1);
  private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

  private final SubscriptionStore store;
  private final PaymentGateway gateway;
  private final Assessment assessment;
  private final Alerts alerts;
  private final Effects effects;

  /** Asks the given gateway. */
  public Reconciliation(
      SubscriptionStore store,
      PaymentGateway gateway,
      Assessment assessment,
      Alerts alerts,
      Effects effects) {
    this.store = store;
    this.gateway = gateway;
    this.assessment = assessment;
    this.alerts = alerts;
    this.effects = effects;
  }

  /**
   * Asks the provider and follows what it says. If it does not answer, nothing is held against the
   * customer until that has lasted too long.
   *
   * @return the subscription as it is now
   * @throws TrueVaultException NOT_FOUND if there is no such subscription
   */
  public Subscription reconcile(String publicId) {
    return check(publicId, FAR).subscription();
  }

  /**
   * As {@link #reconcile}, for a caller who comes again.
   *
   * @throws TrueVaultException UNAVAILABLE if the provider did not answer
   */
  public void demand(String publicId) {
    if (!check(publicId, FAR).isAnswered()) {
      throw new TrueVaultException(
          ErrorKind.UNAVAILABLE, "gateway-silent", "the payment provider does not answer");
    }
  }

  /** As {@link #reconcile}, and what came of it. */
  Outcome check(String publicId) {
    return check(publicId, WINDOW);
  }

  private Outcome check(String publicId, Duration window) {
    Subscription known = store.find(publicId).orElseThrow(Missing::subscription);
    String gatewayId = known.gatewayId();
    Instant asked = effects.now();
    if (gatewayId == null) {
      // Nobody was shown where to approve it, so there is nothing the provider could say.
      return answered(publicId, News.answer(List.of(), asked));
    }
    News news;
    try {
      Report report = gateway.read(gatewayId, since(known, asked, window));
      news = News.answer(facts(known, report, asked), asked);
    } catch (RuntimeException silence) {
      return isForgotten(known, silence)
          ? answered(publicId, News.answer(List.of(), asked))
          : silent(publicId, silence);
    }
    return answered(publicId, news);
  }

  private Outcome answered(String publicId, News news) {
    return effects.write(DataFile.BILLING, out -> assessment.take(out, publicId, news));
  }

  /** Draws the conclusions of what is known and of time, without asking. */
  Outcome settle(String publicId) {
    return effects.write(
        DataFile.BILLING, out -> assessment.take(out, publicId, News.of(News.GATEWAY)));
  }

  /** Keeps what is still due, because looking at it failed, from being looked at again at once. */
  void postpone(String publicId, Instant now) {
    Instant due = store.find(publicId).map(row -> row.standing().dueAt()).orElse(null);
    if (due == null || due.isAfter(now)) {
      return;
    }
    effects.run(
        DataFile.BILLING,
        out -> store.find(publicId).ifPresent(row -> store.update(row.dueAgain(now.plus(PAUSE)))));
  }

  /** What nobody approved in time is unknown there after a while; that is an answer. */
  private boolean isForgotten(Subscription known, RuntimeException failure) {
    return failure instanceof TrueVaultException refusal
        && refusal.kind() == ErrorKind.NOT_FOUND
        && !known.status().isLive()
        && !Consequences.isApproved(assessment.file(known));
  }

  private Outcome silent(String publicId, RuntimeException silence) {
    return effects.write(
        DataFile.BILLING,
        out -> {
          alert(out, publicId, silence);
          return assessment.take(out, publicId, News.silence());
        });
  }

  /** One mail a day, however many subscriptions could not be asked about. */
  private void alert(Outgoing out, String publicId, RuntimeException silence) {
    Instant now = effects.now();
    alerts.tell(
        out,
        publicId,
        "silence:" + now.atOffset(ZoneOffset.UTC).toLocalDate(),
        "the payment provider does not answer: " + silence.getMessage(),
        now);
  }

  private static Instant since(Subscription known, Instant asked, Duration far) {
    Instant opened = known.startDate().minus(CLOCKS_DIFFER);
    Instant checked = known.standing().checkedAt();
    if (checked == null) {
      return opened;
    }
    Instant window = (checked.isBefore(asked) ? checked : asked).minus(far);
    return window.isBefore(opened) ? opened : window;
  }

  private static List<Fact> facts(Subscription known, Report report, Instant asked) {
    List<Fact> facts = new ArrayList<>();
    facts.add(report.snapshot());
    if (report.reference().equals(known.publicId())) {
      facts.addAll(report.facts());
    } else {
      facts.add(
          new Fact.Review(
              known.publicId(),
              "reference",
              asked,
              "the provider keeps it for " + report.reference() + "; its money was not taken in"));
    }
    for (String doubt : report.doubts()) {
      String about = "doubt:" + TokenHash.of(doubt).value().substring(0, 16);
      facts.add(new Fact.Review(known.publicId(), about, asked, doubt));
    }
    return facts;
  }
}
