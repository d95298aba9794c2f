package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.audit.AuditEntry;
import com.truevault.audit.AuditStore;
import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.sqlite.jdbc.Row;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import java.util.Optional;

final class SqliteAuditStore implements AuditStore {
  private final SqliteFile main;

  SqliteAuditStore(SqliteFile main) {
    this.main = main;
  }

  @Override
  public void add(AuditEntry entry) {
    main.update(
        """
        insert into audit_log (at, actor, action, subject, detail, previous_hash, hash)
        values (:at, :actor, :action, :subject, :detail, :previous_hash, :hash)
        """,
        bind("at", entry.at())
            .and("actor", entry.actor())
            .and("action", entry.action())
            .and("subject", entry.subject())
            .and("detail", FlatJson.write(entry.detail()))
            .and("previous_hash", entry.previousHash())
            .and("hash", entry.hash()));
  }

  @Override
  public Optional<AuditEntry> newest() {
    return main.find(
        """
        select id, at, actor, action, subject, detail, previous_hash, hash
          from audit_log
         order by id desc
         limit 1
        """,
        Parameters.none(),
        SqliteAuditStore::toEntry);
  }

  @Override
  public Page<AuditEntry> list(String action, PageRequest page) {
    return Page.of(
        main.query(
            """
            select id, at, actor, action, subject, detail, previous_hash, hash
              from audit_log
             where (:after = 0 or id < :after)
               and substr(action, 1, length(:action)) = :action
             order by id desc
             limit :limit
            """,
            bind("after", page.after()).and("action", action).and("limit", page.limit() + 1),
            SqliteAuditStore::toEntry),
        page,
        AuditEntry::number);
  }

  private static AuditEntry toEntry(Row row) {
    return new AuditEntry(
        row.number("id"),
        row.instant("at"),
        row.text("actor"),
        row.text("action"),
        row.text("subject"),
        FlatJson.read(row.text("detail")),
        row.text("previous_hash"),
        row.text("hash"));
  }
}
