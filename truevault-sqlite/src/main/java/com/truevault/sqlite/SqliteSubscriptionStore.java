package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.billing.BillingCycle;
import com.truevault.billing.BillingStatus;
import com.truevault.billing.Money;
import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionLiveException;
import com.truevault.billing.SubscriptionStatus;
import com.truevault.billing.SubscriptionStore;
import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.ConstraintViolationException;
import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.sqlite.jdbc.Row;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.user.Plan;
import com.truevault.user.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class SqliteSubscriptionStore implements SubscriptionStore {
  private final SqliteFile billing;
  private final InstantSource clock;

  SqliteSubscriptionStore(SqliteFile billing, InstantSource clock) {
    this.billing = billing;
    this.clock = clock;
  }

  @Override
  public void add(Subscription subscription) {
    write(
        """
        insert into subscriptions
          (public_id, user_id, paypal_subscription_id, plan_name, plan_price_minor, currency,
           billing_cycle, status, start_date, next_billing_date, paid_through, cancelled_date,
           cancellation_reason, state, end_reason, past_due_since, grace_until, last_payment,
           last_paid_at, access_blocked, in_review, next_plan_name, next_billing_cycle,
           next_price_minor, predecessor, checked_at, due_at, created_at, updated_at)
        values
          (:public_id, :user_id, :gateway_id, :plan_name, :plan_price_minor, :currency,
           :billing_cycle, :status, :start_date, :next_billing_date, :paid_through, :cancelled_date,
           :cancellation_reason, :state, :end_reason, :past_due_since, :grace_until, :last_payment,
           :last_paid_at, :access_blocked, :in_review, :next_plan_name, :next_billing_cycle,
           :next_price_minor, :predecessor, :checked_at, :due_at, :now, :now)
        """,
        subscription);
  }

  @Override
  public Optional<Subscription> find(String publicId) {
    return billing.find(
        """
        select *
          from subscriptions
         where public_id = :public_id
        """,
        bind("public_id", publicId),
        SqliteSubscriptionStore::toSubscription);
  }

  @Override
  public Optional<Subscription> findByGatewayId(String gatewayId) {
    return billing.find(
        """
        select *
          from subscriptions
         where paypal_subscription_id = :gateway_id
        """,
        bind("gateway_id", gatewayId),
        SqliteSubscriptionStore::toSubscription);
  }

  @Override
  public List<Subscription> ofUser(UserId user) {
    return billing.recall(new OfUser(user), () -> read(user));
  }

  private List<Subscription> read(UserId user) {
    return billing.query(
        """
        select *
          from subscriptions
         where user_id = :user_id
         order by id desc
        """,
        bind("user_id", user.value()),
        SqliteSubscriptionStore::toSubscription);
  }

  @Override
  public boolean update(Subscription subscription) {
    return write(
            """
            update subscriptions
               set user_id = :user_id,
                   paypal_subscription_id = :gateway_id,
                   plan_name = :plan_name,
                   plan_price_minor = :plan_price_minor,
                   currency = :currency,
                   billing_cycle = :billing_cycle,
                   status = :status,
                   start_date = :start_date,
                   next_billing_date = :next_billing_date,
                   paid_through = :paid_through,
                   cancelled_date = :cancelled_date,
                   cancellation_reason = :cancellation_reason,
                   state = :state,
                   end_reason = :end_reason,
                   past_due_since = :past_due_since,
                   grace_until = :grace_until,
                   last_payment = :last_payment,
                   last_paid_at = :last_paid_at,
                   access_blocked = :access_blocked,
                   in_review = :in_review,
                   next_plan_name = :next_plan_name,
                   next_billing_cycle = :next_billing_cycle,
                   next_price_minor = :next_price_minor,
                   predecessor = :predecessor,
                   checked_at = :checked_at,
                   due_at = :due_at,
                   updated_at = :now
             where public_id = :public_id
            """,
            subscription)
        > 0;
  }

  @Override
  public Map<Plan, Long> activeByPlan() {
    Map<Plan, Long> counts = new EnumMap<>(Plan.class);
    billing
        .query(
            """
            select plan_name, count(*) as n
              from subscriptions
             where status = 'active'
             group by plan_name
            """,
            Parameters.none(),
            row -> Map.entry(row.constant("plan_name", Plan.class), row.number("n")))
        .forEach(count -> counts.put(count.getKey(), count.getValue()));
    return counts;
  }

  @Override
  public List<Subscription> due(Instant now, int limit) {
    return billing.query(
        """
        select *
          from subscriptions
         where due_at <= :now
         order by due_at, id
         limit :limit
        """,
        bind("now", now).and("limit", limit),
        SqliteSubscriptionStore::toSubscription);
  }

  @Override
  public List<Subscription> inReview(int limit) {
    return billing.query(
        """
        select *
          from subscriptions
         where in_review = 1
         order by id
         limit :limit
        """,
        bind("limit", limit),
        SqliteSubscriptionStore::toSubscription);
  }

  @Override
  public Page<Subscription> page(Set<BillingStatus> wanted, PageRequest request) {
    JsonRows states = new JsonRows();
    wanted.forEach(status -> states.add(status.name().toLowerCase(Locale.ROOT)));
    return Numbered.page(
        billing.query(
            """
            select *
              from subscriptions
             where id > :after
               and (:every or state in (select value ->> 0 from json_each(:states)))
             order by id
             limit :limit
            """,
            bind("after", request.after())
                .and("limit", request.limit() + 1)
                .and("every", wanted.isEmpty())
                .and("states", states.text()),
            row -> new Numbered<>(row.number("id"), toSubscription(row))),
        request);
  }

  private int write(String sql, Subscription s) {
    try {
      return billing.update(
          sql,
          StandingColumns.add(bind("public_id", s.publicId()), s.standing())
              .and("user_id", s.user().value())
              .and("gateway_id", s.gatewayId())
              .and("plan_name", s.plan())
              .and("plan_price_minor", s.price().minor())
              .and("currency", s.price().currency().getCurrencyCode())
              .and("billing_cycle", s.cycle())
              .and("status", s.status())
              .and("start_date", s.startDate())
              .and("next_billing_date", s.nextBillingDate())
              .and("paid_through", s.paidThrough())
              .and("cancelled_date", s.cancelledDate())
              .and("cancellation_reason", s.cancellationReason())
              .and("now", clock.instant()));
    } catch (ConstraintViolationException e) {
      if (e.isTaken("subscriptions.user_id")) {
        throw new SubscriptionLiveException();
      }
      throw e;
    }
  }

  private static Subscription toSubscription(Row row) {
    return new Subscription(
        row.text("public_id"),
        new UserId(row.number("user_id")),
        row.textOrNull("paypal_subscription_id"),
        row.constant("plan_name", Plan.class),
        Money.ofMinor(row.number("plan_price_minor"), row.text("currency")),
        row.constant("billing_cycle", BillingCycle.class),
        row.constant("status", SubscriptionStatus.class),
        row.instant("start_date"),
        row.instantOrNull("paid_through"),
        row.instantOrNull("cancelled_date"),
        row.textOrEmpty("cancellation_reason"),
        StandingColumns.read(row));
  }

  private record OfUser(UserId user) {}
}
