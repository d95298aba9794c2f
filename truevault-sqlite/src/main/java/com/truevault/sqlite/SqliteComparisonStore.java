package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.Row;
import com.truevault.subscription.Comparison;
import com.truevault.subscription.ComparisonStore;
import java.util.List;

final class SqliteComparisonStore implements ComparisonStore {
  private final SqliteFile billing;

  SqliteComparisonStore(SqliteFile billing) {
    this.billing = billing;
  }

  @Override
  public void add(Comparison comparison) {
    billing.update(
        """
        insert into reconciliations (started_at, finished_at, checked, unreachable, differences)
        values (:started_at, :finished_at, :checked, :unreachable, :differences)
        """,
        bind("started_at", comparison.startedAt())
            .and("finished_at", comparison.finishedAt())
            .and("checked", comparison.checked())
            .and("unreachable", comparison.unreachable())
            .and("differences", FlatJson.writeAll(comparison.differences())));
  }

  @Override
  public List<Comparison> newest(int limit) {
    return billing.query(
        "select * from reconciliations order by id desc limit :limit",
        bind("limit", limit),
        SqliteComparisonStore::toComparison);
  }

  private static Comparison toComparison(Row row) {
    return new Comparison(
        row.instant("started_at"),
        row.instant("finished_at"),
        row.integer("checked"),
        row.integer("unreachable"),
        FlatJson.readAll(row.text("differences")));
  }
}
