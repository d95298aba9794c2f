package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.ConstraintViolationException;
import com.truevault.sqlite.jdbc.Row;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.user.EmailAddress;
import com.truevault.vip.VipEntry;
import com.truevault.vip.VipListedException;
import com.truevault.vip.VipStore;
import java.util.Optional;

final class SqliteVipStore implements VipStore {
  private final SqliteFile main;

  SqliteVipStore(SqliteFile main) {
    this.main = main;
  }

  @Override
  public void add(VipEntry entry) {
    try {
      main.update(
          """
          insert into vip_users
            (public_id, email, email_canonical, added_by, added_date, notes, is_active)
          values
            (:public_id, :email, :email_canonical, :added_by, :added_date, :notes, :is_active)
          """,
          bind("public_id", entry.publicId())
              .and("email", entry.email().typed())
              .and("email_canonical", entry.email().canonical())
              .and("added_by", entry.addedBy())
              .and("added_date", entry.addedDate())
              .and("notes", entry.notes())
              .and("is_active", entry.active()));
    } catch (ConstraintViolationException e) {
      if (e.isTaken("vip_users.email_canonical")) {
        throw new VipListedException();
      }
      throw e;
    }
  }

  @Override
  public Optional<VipEntry> find(EmailAddress email) {
    return main.recall(new ByEmail(email), () -> read(email));
  }

  private Optional<VipEntry> read(EmailAddress email) {
    return main.find(
        """
        select public_id, email, email_canonical, added_by, added_date, notes, is_active
          from vip_users
         where email_canonical = :email
        """,
        bind("email", email.canonical()),
        SqliteVipStore::toEntry);
  }

  @Override
  public Optional<VipEntry> findByPublicId(String publicId) {
    return main.find(
        """
        select public_id, email, email_canonical, added_by, added_date, notes, is_active
          from vip_users
         where public_id = :public_id
        """,
        bind("public_id", publicId),
        SqliteVipStore::toEntry);
  }

  @Override
  public Page<VipEntry> list(PageRequest page) {
    return Numbered.page(
        main.query(
            """
            select id, public_id, email, email_canonical, added_by, added_date, notes, is_active
              from vip_users
             where id > :after
             order by id
             limit :limit
            """,
            bind("after", page.after()).and("limit", page.limit() + 1),
            row -> new Numbered<>(row.number("id"), toEntry(row))),
        page);
  }

  @Override
  public boolean update(VipEntry entry) {
    return main.update(
            """
            update vip_users
               set notes = :notes, is_active = :is_active
             where public_id = :public_id
            """,
            bind("public_id", entry.publicId())
                .and("notes", entry.notes())
                .and("is_active", entry.active()))
        > 0;
  }

  @Override
  public boolean remove(String publicId) {
    return main.update(
            "delete from vip_users where public_id = :public_id", bind("public_id", publicId))
        > 0;
  }

  private static VipEntry toEntry(Row row) {
    return new VipEntry(
        row.text("public_id"),
        new EmailAddress(row.text("email"), row.text("email_canonical")),
        row.textOrEmpty("added_by"),
        row.instant("added_date"),
        row.textOrEmpty("notes"),
        row.flag("is_active"));
  }

  private record ByEmail(EmailAddress email) {}
}
