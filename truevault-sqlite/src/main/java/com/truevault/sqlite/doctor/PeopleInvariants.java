package com.truevault.sqlite.doctor;

import com.truevault.store.DataFile;
import java.util.List;

/** Users, and what in other files belongs to them. */
final class PeopleInvariants {
  private PeopleInvariants() {}

  static List<Invariant> all() {
    return List.of(deviceWithoutUser(), vipNotProjected(), statusNotProjected());
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

  private static Invariant vipNotProjected() {
    return membership(
        "vip-not-projected",
        "account_type differs from the VIP list; repairing follows the list",
        "account_type <> wanted_type");
  }

  private static Invariant statusNotProjected() {
    return membership(
        "status-not-projected",
        "status differs from the subscription that counts; access is not affected, repairing"
            + " follows the subscription",
        "account_type = wanted_type and status <> wanted_status");
  }

  // The condition is one of two constants, so the text stays a constant of the code. Which
  // subscription counts and what follows from it is as in core's MembershipProjection.
  private static Invariant membership(String name, String explanation, String condition) {
    return Invariant.of(
            name,
            DataFile.USERS,
            explanation,
            """
            with counting as (
              select user_id, status, plan_name, paid_through,
                     row_number() over (
                       partition by user_id
                       order by status in ('active', 'grace_period', 'suspended') desc,
                                status = 'cancelled' desc, id desc) as rank
                from billing.subscriptions),
            projected as (
              select u.id, u.public_id, u.account_type, u.status,
                     iif(v.id is null, 'standard', 'vip') as wanted_type,
                     case when v.id is not null then 'active'
                          when s.status = 'expired' then 'cancelled'
                          else coalesce(s.status, 'pending') end as wanted_status,
                     case when v.id is not null then 'business'
                          when s.status in ('active', 'grace_period') then s.plan_name
                          when s.status = 'cancelled' and s.paid_through > :now then s.plan_name
                          else u.plan end as wanted_plan,
                     case when v.id is not null then 999
                          when s.plan_name is null then 0
                          else coalesce(
                            (select cast(setting_value as integer) from main.settings
                              where setting_key = 'max_devices_' || s.plan_name),
                            u.max_devices) end as wanted_devices
                from users.users u
                left join main.vip_users v
                  on v.email_canonical = u.email_canonical and v.is_active = 1
                 and (u.email_verified = 1 or exists (
                       select 1 from main.settings
                        where setting_key = 'verified_email_required_for_vip'
                          and setting_value = 'false'))
                left join counting s on s.user_id = u.id and s.rank = 1
               where u.status <> 'deleted')
            select public_id as broken,
                   json_object('type', wanted_type, 'status', wanted_status, 'plan', wanted_plan,
                               'devices', wanted_devices) as wanted
              from projected
             where %s
               and not exists (
                     select 1 from main.outbox o
                      where o.topic = 'vip.changed' and o.state = 'new')
               and not exists (
                     select 1 from billing.outbox o
                      where o.topic = 'subscription.changed' and o.state = 'new')
               and not exists (
                     select 1 from users.outbox o
                      where o.topic in ('user.registered', 'user.email-confirmed')
                        and o.state = 'new')
             order by id
            """
                .formatted(condition))
        .repairedBy(
            """
            update users
               set account_type = :wanted ->> 'type',
                   status = :wanted ->> 'status',
                   plan = :wanted ->> 'plan',
                   max_devices = :wanted ->> 'devices',
                   updated_at = :now
             where public_id = :broken
            """);
  }
}
