package com.truevault.subscription;

import com.truevault.audit.AuditLog;
import com.truevault.billing.BillingPolicy;
import com.truevault.billing.BillingState;
import com.truevault.billing.BillingStatus;
import com.truevault.billing.Fact;
import com.truevault.billing.Subscription;
import com.truevault.ledger.Account;
import com.truevault.ledger.Booked;
import com.truevault.ledger.Bookings;
import com.truevault.outbox.Outgoing;
import com.truevault.setting.Settings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what happened to a subscription and draws every conclusion: bookings, state, row, work
 * and mails, all in the running transaction of the billing file. Taking in the same again changes
 * nothing. Safe for use by many threads.
 */
public final class Assessment {
  private final BillingStores stores;
  private final Bookings bookings;
  private final Messengers messengers;
  private final Settings settings;
  private final InstantSource clock;

  /** Works on the given stores. */
  public Assessment(
      BillingStores stores,
      Bookings bookings,
      Messengers messengers,
      Settings settings,
      InstantSource clock) {
    this.stores = stores;
    this.bookings = bookings;
    this.messengers = messengers;
    this.settings = settings;
    this.clock = clock;
  }

  /** The numbers of the operator. */
  BillingPolicy policy() {
    return BillingPolicy.of(settings);
  }

  /** A subscription's row with its facts. */
  Dossier file(Subscription row) {
    return Dossier.of(row, stores.facts());
  }

  /** Where a subscription stands by what is known. */
  BillingState state(Dossier file) {
    return file.state(policy(), file.row().standing().checkedAt(), clock.instant());
  }

  /** Takes in the news; call inside a transaction of the billing file. */
  Outcome take(Outgoing out, String publicId, News news) {
    Instant now = clock.instant();
    BillingPolicy policy = policy();
    Subscription before = stores.subscriptions().find(publicId).orElseThrow(Missing::subscription);
    List<Fact> learned = learn(before, news, now);
    Instant checkedAt = later(before.standing().checkedAt(), news.askedAt());
    Dossier file = file(before);
    BillingState state = file.state(policy, checkedAt, now);
    List<Fact> doubts = doubts(file, state, now);
    if (!doubts.isEmpty()) {
      file = file(before);
      state = file.state(policy, checkedAt, now);
    }
    List<Booked> booked = book(file, state, policy, now);
    new Supersession(this, stores, now).ofOthers(out, file, state);
    Subscription after = project(file, state, news, checkedAt, now);
    write(out, before, after, news.actor());
    new Consequences(stores, now).follow(file, state);
    Turn turn = new Turn(file, state, before, after, booked, news.askedAt() != null, now);
    messengers.notices().tell(out, turn, policy);
    doubts.forEach(doubt -> alert(out, (Fact.Review) doubt, now));
    return new Outcome(after, learned, !news.isSilent());
  }

  private List<Fact> learn(Subscription row, News news, Instant now) {
    List<Fact> facts = new ArrayList<>();
    for (Fact fact : news.facts()) {
      facts.add(fact instanceof Fact.Sale sale ? owned(row, sale) : fact);
    }
    stores.facts().add(row.publicId(), List.of(Dossier.opening(row)), now);
    return stores.facts().add(row.publicId(), facts, now);
  }

  /** A sale belongs to whom it was first reported for. */
  private Fact owned(Subscription row, Fact.Sale sale) {
    String owner = stores.facts().subscriptionOfSale(sale.saleId()).orElse(row.publicId());
    return owner.equals(row.publicId())
        ? sale
        : new Fact.Review(
            row.publicId(),
            Account.about(sale.saleId()),
            sale.at(),
            "sale " + sale.saleId() + " was reported before, for subscription " + owner);
  }

  private List<Fact> doubts(Dossier file, BillingState state, Instant now) {
    Doubts doubts = new Doubts(file, state, stores.books().payments());
    return stores.facts().add(file.id(), doubts.found(), now);
  }

  private List<Booked> book(Dossier file, BillingState state, BillingPolicy policy, Instant now) {
    Account account = new Account(file.row(), file.facts(), sale -> file.sold(sale, policy));
    List<Booked> booked = bookings.bring(account, now);
    bookings.bringFailures(account, state.endedAt());
    return booked;
  }

  private Subscription project(
      Dossier file, BillingState state, News news, @Nullable Instant checkedAt, Instant now) {
    Carryover carryover = Carryover.of(file, state, stores.subscriptions(), now);
    Projection.InForce inForce = carryover.inForce();
    Instant announced = SurplusNotice.at(inForce.next(), inForce.now(), state.paidThrough());
    Agenda agenda = new Agenda(policy(), now);
    Instant due = agenda.next(file, state, news, agenda.first(carryover.changesAt(), announced));
    return new Projection(file, state, checkedAt, due).row(inForce);
  }

  private void write(Outgoing out, Subscription before, Subscription after, String actor) {
    if (after.equals(before)) {
      return;
    }
    stores.subscriptions().update(after);
    out.send(Subscriptions.TOPIC, after.publicId(), Map.of("user", after.user().toString()));
    BillingStatus status = after.standing().status();
    if (status != before.standing().status()) {
      AuditLog.note(
          out, actor, action(status), after.publicId(), Map.of("plan", after.plan().name()));
    }
  }

  private static String action(BillingStatus status) {
    return switch (status) {
      case PENDING -> "subscription.opened";
      case ACTIVE -> "subscription.active";
      case PAST_DUE -> "subscription.past-due";
      case SUSPENDED -> "subscription.suspended";
      case CANCEL_SCHEDULED -> "subscription.cancelled";
      case ENDED -> "subscription.expired";
    };
  }

  private void alert(Outgoing out, Fact.Review doubt, Instant now) {
    messengers.alerts().tell(out, doubt.subscription(), doubt.key(), doubt.text(), now);
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }

  /** Who is written to. */
  public record Messengers(Notices notices, Alerts alerts) {}

  /**
   * What came of it.
   *
   * @param learned what was not known
   * @param isAnswered false if the provider was asked and did not answer
   */
  record Outcome(Subscription subscription, List<Fact> learned, boolean isAnswered) {
    Outcome {
      learned = List.copyOf(learned);
    }
  }
}
