package com.truevault.sqlite;

import com.truevault.billing.Money;
import com.truevault.billing.PriceStore;
import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.user.Plan;
import java.util.EnumMap;
import java.util.Map;

final class SqlitePriceStore implements PriceStore {
  private final SqliteFile campaigns;

  SqlitePriceStore(SqliteFile campaigns) {
    this.campaigns = campaigns;
  }

  @Override
  public Map<Plan, Money> monthly() {
    Map<Plan, Money> prices = new EnumMap<>(Plan.class);
    campaigns
        .query(
            """
            select plan_name, price_minor, currency
              from current_pricing
             where is_active = 1
            """,
            Parameters.none(),
            row ->
                Map.entry(
                    row.constant("plan_name", Plan.class),
                    Money.ofMinor(row.number("price_minor"), row.text("currency"))))
        .forEach(price -> prices.put(price.getKey(), price.getValue()));
    return prices;
  }
}
