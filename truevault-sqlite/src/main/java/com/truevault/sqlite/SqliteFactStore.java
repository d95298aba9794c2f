package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.billing.Fact;
import com.truevault.billing.FactForm;
import com.truevault.billing.FactStore;
import com.truevault.sqlite.file.SqliteFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class SqliteFactStore implements FactStore {
  private final SqliteFile billing;

  SqliteFactStore(SqliteFile billing) {
    this.billing = billing;
  }

  @Override
  public List<Fact> add(String subscription, List<Fact> facts, Instant recordedAt) {
    return billing.write(
        () -> facts.stream().filter(fact -> isNew(subscription, fact, recordedAt)).toList());
  }

  private boolean isNew(String subscription, Fact fact, Instant recordedAt) {
    Map<String, String> details = FactForm.details(fact);
    return billing.update(
            """
            insert into billing_facts
              (subscription_id, kind, natural_key, occurred_at, recorded_at, sale_id, details)
            values
              ((select id from subscriptions where public_id = :subscription), :kind, :natural_key,
               :occurred_at, :recorded_at, :sale_id, :details)
                on conflict (natural_key) do nothing
            """,
            bind("subscription", subscription)
                .and("kind", FactForm.of(fact).kind())
                .and("natural_key", fact.key())
                .and("occurred_at", fact.at())
                .and("recorded_at", recordedAt)
                .and("sale_id", details.get("saleId"))
                .and("details", FlatJson.write(details)))
        > 0;
  }

  @Override
  public List<Recorded> of(String subscription) {
    return billing.query(
        """
        select f.kind, f.details, f.recorded_at
          from billing_facts f
          join subscriptions s on s.id = f.subscription_id
         where s.public_id = :subscription
         order by f.id
        """,
        bind("subscription", subscription),
        row ->
            new Recorded(
                FactForm.of(row.text("kind"), FlatJson.read(row.text("details"))),
                row.instant("recorded_at")));
  }

  @Override
  public Optional<String> subscriptionOfSale(String saleId) {
    return billing.find(
        """
        select s.public_id
          from billing_facts f
          join subscriptions s on s.id = f.subscription_id
         where f.sale_id = :sale_id
         order by f.id
         limit 1
        """,
        bind("sale_id", saleId),
        row -> row.text("public_id"));
  }
}
