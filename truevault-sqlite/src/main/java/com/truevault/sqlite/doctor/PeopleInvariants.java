package com.truevault.sqlite.doctor;

import com.truevault.store.DataFile;
import java.util.List;

/** Users, and what in other files belongs to them. */
final class PeopleInvariants {
  private PeopleInvariants() {}

  static List<Invariant> all() {
    return List.of(
        deviceWithoutUser(), subscriptionWithoutUser(), vipNotProjected(), statusNotProjected());
  }

  private static Invariant deviceWithoutUser() {
    return Invariant.of(
            "device-without-user",
            DataFile.DEVICES,
            "the device's user is gone; repairing removes the device and frees its address",
            """
            select d.device_id as broken
              from devices.devices d
             where not exists (
                     select 1 from users.users u where u.id = d.user_id and u.status <> 'deleted')
               and not exists (
                     select 1 from users.outbox o
                      where o.topic = 'user.deleted' and o.state = 'new'
                        and o.subject = (
                              select u.public_id from users.users u where u.id = d.user_id))
             order by d.id
            """)
        .repairedBy(
            """
            insert or ignore into retired_keys (public_key, retired_at)
            select public_key, :now from devices where device_id = :broken
            """,
            """
            insert or ignore into released_addresses (address_offset, free_at)
            select address_offset, strftime('%Y-%m-%d %H:%M:%f', :now, '+1 day')
              from devices where device_id = :broken
            """,
            "delete from devices where device_id = :broken");
  }

  private static Invariant subscriptionWithoutUser() {
    return Invariant.of(
            "subscription-without-user",
            DataFile.BILLING,
            "a live subscription's user is gone; repairing cancels it here, end it at the payment"
                + " provider too",
            """
            select s.public_id as broken
              from billing.subscriptions s
             where s.status in ('active', 'grace_period', 'suspended')
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
            update subscriptions
               set status = 'cancelled', cancelled_date = :now, next_billing_date = null,
                   cancellation_reason = 'user deleted', updated_at = :now
             where public_id = :broken
            """);
  }

  private static Invariant vipNotProjected() {
    return Invariant.of(
            "vip-not-projected",
            DataFile.USERS,
            "account_type differs from the VIP list; repairing follows the list",
            """
            select u.public_id as broken
              from users.users u
             where u.status <> 'deleted'
               and (u.account_type = 'vip') <> (
                     (u.email_verified = 1 or exists (
                       select 1 from main.settings
                        where setting_key = 'verified_email_required_for_vip'
                          and setting_value = 'false'))
                     and exists (
                       select 1 from main.vip_users v
                        where v.email_canonical = u.email_canonical and v.is_active = 1))
               and not exists (
                     select 1 from main.outbox o
                      where o.topic = 'vip.changed' and o.state = 'new')
               and not exists (
                     select 1 from users.outbox o
                      where o.topic in ('user.registered', 'user.email-confirmed')
                        and o.state = 'new')
             order by u.id
            """)
        .repairedBy(
            """
            update users
               set account_type = case account_type when 'vip' then 'standard' else 'vip' end,
                   max_devices = case account_type when 'vip' then 0 else 999 end,
                   status = case account_type when 'vip' then 'pending' else 'active' end,
                   updated_at = :now
             where public_id = :broken
            """);
  }

  private static Invariant statusNotProjected() {
    return Invariant.of(
        "status-not-projected",
        DataFile.USERS,
        "users.status differs from the subscription that counts; access is not affected, the next"
            + " change of the subscription puts it right",
        """
        select u.public_id as broken
          from users.users u
          left join (
                 select user_id, status,
                        row_number() over (
                          partition by user_id
                          order by status in ('active', 'grace_period', 'suspended') desc,
                                   status = 'cancelled' desc, id desc) as rank
                   from billing.subscriptions) s
            on s.user_id = u.id and s.rank = 1
         where u.status <> 'deleted'
           and u.account_type = 'standard'
           and u.status <> case coalesce(s.status, 'pending')
                             when 'expired' then 'cancelled'
                             else coalesce(s.status, 'pending') end
           and not exists (
                 select 1 from billing.outbox o
                  where o.topic = 'subscription.changed' and o.state = 'new')
         order by u.id
        """);
  }
}
