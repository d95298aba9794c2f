package com.truevault.billing;

import static com.truevault.testing.Corpus.MOMENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.Storage;
import com.truevault.store.DataFile;
import com.truevault.testing.Race;
import com.truevault.testing.Undone;
import com.truevault.user.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link GatewayPlanStore} does. */
public interface GatewayPlanStoreContract {
  Storage storage();

  private GatewayPlanStore plans() {
    return storage().gatewayPlans();
  }

  private static GatewayPlan plan(String mode, String id, String price) {
    return new GatewayPlan(
        mode, id, new Terms(Plan.FAMILY, BillingCycle.YEARLY, Money.of(price, "USD")));
  }

  @Test
  default void givesBackEveryPlanAndCycle() {
    List<GatewayPlan> added = new ArrayList<>();
    for (Plan plan : Plan.values()) {
      for (BillingCycle cycle : BillingCycle.values()) {
        Terms terms = new Terms(plan, cycle, Money.of("500", "JPY"));
        added.add(new GatewayPlan("live", "P-" + plan + cycle, terms));
      }
    }

    added.forEach(plan -> assertTrue(plans().add(plan, MOMENT)));

    assertEquals(added, plans().list("live"));
    assertEquals(List.of(), plans().list("sandbox"));
    added.forEach(plan -> assertEquals(Optional.of(plan), plans().find("live", plan.id())));
  }

  @Test
  default void hasOnePlanOfAnIdInEachMode() {
    assertTrue(plans().add(plan("live", "P-1", "149.90"), MOMENT));
    assertTrue(plans().add(plan("sandbox", "P-1", "1.00"), MOMENT));
    assertFalse(plans().add(plan("live", "P-1", "2.00"), MOMENT));

    assertEquals(Optional.of(plan("live", "P-1", "149.90")), plans().find("live", "P-1"));
    assertEquals(Optional.of(plan("sandbox", "P-1", "1.00")), plans().find("sandbox", "P-1"));
    assertEquals(Optional.empty(), plans().find("live", "P-2"));
  }

  @Test
  default void replacesTheTermsOfAPlan() {
    plans().add(plan("live", "P-1", "149.90"), MOMENT);
    plans().add(plan("live", "P-2", "149.90"), MOMENT);

    assertTrue(plans().replace(plan("live", "P-1", "159.90")));
    assertFalse(plans().replace(plan("sandbox", "P-1", "159.90")));

    assertEquals(
        List.of(plan("live", "P-1", "159.90"), plan("live", "P-2", "149.90")),
        plans().list("live"));
  }

  @Test
  default void addsForOneOfManyThreads() {
    Race race = Race.of(8, () -> assertTrue(plans().add(plan("live", "P-1", "1"), MOMENT)));

    assertEquals(1, race.successes());
  }

  @Test
  default void keepsNothingOfARolledBackTransaction() {
    Undone.run(
        storage().transactions(),
        DataFile.BILLING,
        () -> plans().add(plan("live", "P-1", "1"), MOMENT));

    assertEquals(List.of(), plans().list("live"));
  }
}
