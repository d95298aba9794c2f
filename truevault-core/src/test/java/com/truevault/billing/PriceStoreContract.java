package com.truevault.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.truevault.Storage;
import com.truevault.user.Plan;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link PriceStore} does. */
public interface PriceStoreContract {
  Storage storage();

  @Test
  default void startsWithThePricesOfTheCatalogueToTheCent() {
    assertEquals(
        Map.of(
            Plan.PERSONAL, Money.ofMinor(999, "USD"),
            Plan.FAMILY, Money.ofMinor(1499, "USD"),
            Plan.BUSINESS, Money.ofMinor(2999, "USD")),
        storage().prices().monthly());
  }
}
