package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.device.AddressStore;
import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.Parameters;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** A counter for what was never used and a table of what came back; neither is ever searched. */
final class SqliteAddressStore implements AddressStore {
  private final SqliteFile devices;

  SqliteAddressStore(SqliteFile devices) {
    this.devices = devices;
  }

  @Override
  public OptionalInt allocate(Instant now, int end) {
    return devices.write(
        () -> {
          Optional<Integer> offset = takeReleased(now, end).or(() -> takeNext(end));
          return offset.isPresent() ? OptionalInt.of(offset.get()) : OptionalInt.empty();
        });
  }

  @Override
  public void release(int offset, Instant freeAt) {
    devices.update(
        "insert into released_addresses (address_offset, free_at) values (:offset, :free_at)",
        bind("offset", offset).and("free_at", freeAt));
  }

  @Override
  public boolean wereGivenOut() {
    return devices.one(
        "select next_offset > 2 or exists (select 1 from devices) as given from address_pool",
        Parameters.none(),
        row -> row.flag("given"));
  }

  @Override
  public int used(Instant now) {
    return devices.one(
        """
        select next_offset - 2
               - (select count(*) from released_addresses where free_at <= :now) as used
          from address_pool
        """,
        bind("now", now),
        row -> row.integer("used"));
  }

  private Optional<Integer> takeReleased(Instant now, int end) {
    return devices.updateReturning(
        """
        delete from released_addresses
         where address_offset = (
           select address_offset
             from released_addresses
            where free_at <= :now and address_offset < :end
            order by free_at, address_offset
            limit 1)
        returning address_offset
        """,
        bind("now", now).and("end", end),
        row -> row.integer("address_offset"));
  }

  private Optional<Integer> takeNext(int end) {
    return devices.updateReturning(
        """
        update address_pool
           set next_offset = next_offset + 1
         where next_offset < :end
        returning next_offset - 1 as address_offset
        """,
        bind("end", end),
        row -> row.integer("address_offset"));
  }
}
