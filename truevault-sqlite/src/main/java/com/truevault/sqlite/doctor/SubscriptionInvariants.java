package com.truevault.sqlite.doctor;

import com.truevault.store.DataFile;
import java.util.List;

/** Subscriptions, their users, and the two words for how they stand. */
final class SubscriptionInvariants {
  private SubscriptionInvariants() {}

  static List<Invariant> all() {
    return List.of(subscriptionWithoutUser(), userLiveTwice(), stateDiffersFromStatus());
  }

  /** Rows follow from facts, so that the repair is a fact and the row what follows from it. */
  private static Invariant subscriptionWithoutUser() {
    return Invariant.of(
            "subscription-without-user",
            DataFile.BILLING,
            "a live or pending subscription's user is gone; repairing cancels it, and the next round"
                + " ends it at the payment provider",
            """
            select s.public_id as broken
              from billing.subscriptions s
             where s.status in ('pending', 'active', 'grace_period', 'suspended')
               and not exists (
                     select 1 from users.users u where u.id = s.user_id and u.status <> 'deleted')
               and not exists (
                     select 1 from users.outbox o
                      where o.topic = 'user.deleted' and o.state = 'new'
                        and o.subject = (
                              select u.public_id from users.users u where u.id = s.user_id))
             order by s.id
            """)
        .repairedBy(
            """
            insert into billing_facts
              (subscription_id, kind, natural_key, occurred_at, recorded_at, details)
            select id, 'cancel_asked', 'cancel:' || public_id, :now, :now,
                   json_object('subscription', public_id, 'at', replace(:now, ' ', 'T') || 'Z',
                               'reason', 'user deleted')
              from subscriptions
             where public_id = :broken
            """,
            """
            update subscriptions
               set status = 'cancelled', state = 'ended', end_reason = 'cancelled',
                   cancelled_date = :now, next_billing_date = null,
                   cancellation_reason = 'user deleted', due_at = :now, updated_at = :now
             where public_id = :broken
            """);
  }

  private static Invariant userLiveTwice() {
    return Invariant.of(
        "user-live-twice",
        DataFile.BILLING,
        "a user has two subscriptions that charge; have both reconciled",
        """
        select public_id as broken
          from (select public_id, count(*) over (partition by user_id) as live
                  from billing.subscriptions
                 where state in ('active', 'past_due', 'suspended'))
         where live > 1
         order by public_id
        """);
  }

  private static Invariant stateDiffersFromStatus() {
    return Invariant.of(
        "state-differs-from-status",
        DataFile.BILLING,
        "state and status of a subscription do not belong together; have it reconciled",
        """
        select public_id as broken
          from billing.subscriptions
         where status <> case state
                 when 'past_due' then 'grace_period'
                 when 'cancel_scheduled' then 'cancelled'
                 when 'ended' then iif(end_reason = 'cancelled', 'cancelled', 'expired')
                 else state end
            or (state = 'ended') <> (end_reason is not null)
         order by public_id
        """);
  }
}
