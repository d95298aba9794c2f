package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.billing.BillingCycle;
import com.truevault.billing.GatewayPlan;
import com.truevault.billing.GatewayPlanStore;
import com.truevault.billing.Terms;
import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.sqlite.jdbc.Row;
import com.truevault.user.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class SqliteGatewayPlanStore implements GatewayPlanStore {
  private final SqliteFile billing;

  SqliteGatewayPlanStore(SqliteFile billing) {
    this.billing = billing;
  }

  @Override
  public boolean add(GatewayPlan plan, Instant at) {
    return billing.update(
            """
            insert into gateway_plans
              (mode, gateway_plan_id, plan_name, billing_cycle, price_minor, currency, created_at)
            values
              (:mode, :gateway_plan_id, :plan_name, :billing_cycle, :price_minor, :currency, :at)
                on conflict (mode, gateway_plan_id) do nothing
            """,
            values(plan).and("at", at))
        > 0;
  }

  @Override
  public boolean replace(GatewayPlan plan) {
    return billing.update(
            """
            update gateway_plans
               set plan_name = :plan_name,
                   billing_cycle = :billing_cycle,
                   price_minor = :price_minor,
                   currency = :currency
             where mode = :mode and gateway_plan_id = :gateway_plan_id
            """,
            values(plan))
        > 0;
  }

  @Override
  public Optional<GatewayPlan> find(String mode, String id) {
    return billing.find(
        "select * from gateway_plans where mode = :mode and gateway_plan_id = :id",
        bind("mode", mode).and("id", id),
        SqliteGatewayPlanStore::toPlan);
  }

  @Override
  public List<GatewayPlan> list(String mode) {
    return billing.query(
        "select * from gateway_plans where mode = :mode order by id",
        bind("mode", mode),
        SqliteGatewayPlanStore::toPlan);
  }

  private static Parameters values(GatewayPlan plan) {
    return bind("mode", plan.mode())
        .and("gateway_plan_id", plan.id())
        .and("plan_name", plan.terms().plan())
        .and("billing_cycle", plan.terms().cycle())
        .and("price_minor", plan.terms().price().minor())
        .and("currency", plan.terms().price().currency().getCurrencyCode());
  }

  private static GatewayPlan toPlan(Row row) {
    return new GatewayPlan(
        row.text("mode"),
        row.text("gateway_plan_id"),
        new Terms(
            row.constant("plan_name", Plan.class),
            row.constant("billing_cycle", BillingCycle.class),
            PaymentRows.money(row, "price_minor")));
  }
}
