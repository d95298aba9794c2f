package com.truevault.sqlite.doctor;

import com.truevault.store.DataFile;
import java.util.List;

/** Devices, addresses, keys and the servers they use. */
final class NetworkInvariants {
  private NetworkInvariants() {}

  static List<Invariant> all() {
    return List.of(
        deviceOnUnknownServer(),
        configurationForUnknownServer(),
        addressReleasedAndUsed(),
        addressNeverGivenOut(),
        addressLost(),
        keyRetiredAndUsed());
  }

  private static Invariant deviceOnUnknownServer() {
    return Invariant.of(
        "device-on-unknown-server",
        DataFile.DEVICES,
        "the device's server is not in servers.db; its user must choose another",
        """
        select d.device_id as broken
          from devices.devices d
         where not exists (
                 select 1 from servers.servers s where s.server_key = d.current_server)
         order by d.id
        """);
  }

  private static Invariant configurationForUnknownServer() {
    return Invariant.of(
            "configuration-for-unknown-server",
            DataFile.DEVICES,
            "a stored configuration is for a server that is not in servers.db; repairing drops it",
            """
            select c.id as broken
              from devices.device_configs c
             where not exists (
                     select 1 from servers.servers s where s.server_key = c.server_name)
             order by c.id
            """)
        .repairedBy("delete from device_configs where id = cast(:broken as integer)");
  }

  private static Invariant addressReleasedAndUsed() {
    return Invariant.of(
            "address-released-and-used",
            DataFile.DEVICES,
            "an address of a device is marked as free; repairing marks it as used",
            """
            select r.address_offset as broken
              from devices.released_addresses r
              join devices.devices d on d.address_offset = r.address_offset
             order by r.address_offset
            """)
        .repairedBy(
            "delete from released_addresses where address_offset = cast(:broken as integer)");
  }

  private static Invariant addressNeverGivenOut() {
    return Invariant.of(
            "address-never-given-out",
            DataFile.DEVICES,
            "a device has an address the pool has yet to give out; repairing moves the pool on",
            """
            select max(d.address_offset) as broken
              from devices.devices d
             where d.address_offset >= (select next_offset from devices.address_pool)
            having count(*) > 0
            """)
        .repairedBy(
            "update address_pool set next_offset = max(next_offset, cast(:broken as integer) + 1)");
  }

  private static Invariant addressLost() {
    return Invariant.of(
            "address-lost",
            DataFile.DEVICES,
            "addresses are neither used nor free; repairing frees them after a day's rest",
            """
            with recursive given (address_offset) as (
              select 2 where (select next_offset from devices.address_pool) > 2
              union all
              select address_offset + 1 from given
               where address_offset + 1 < (select next_offset from devices.address_pool))
            select g.address_offset as broken
              from given g
             where (select next_offset - 2 from devices.address_pool)
                   > (select count(*) from devices.devices)
                     + (select count(*) from devices.released_addresses)
               and not exists (
                     select 1 from devices.devices d where d.address_offset = g.address_offset)
               and not exists (
                     select 1 from devices.released_addresses r
                      where r.address_offset = g.address_offset)
            """)
        .repairedBy(
            """
            insert or ignore into released_addresses (address_offset, free_at)
            values (cast(:broken as integer), strftime('%Y-%m-%d %H:%M:%f', :now, '+1 day'))
            """);
  }

  private static Invariant keyRetiredAndUsed() {
    return Invariant.of(
        "key-retired-and-used",
        DataFile.DEVICES,
        "a device uses a key that was given up before; its user must replace it",
        """
        select d.device_id as broken
          from devices.devices d
          join devices.retired_keys r on r.public_key = d.public_key
         order by d.id
        """);
  }
}
