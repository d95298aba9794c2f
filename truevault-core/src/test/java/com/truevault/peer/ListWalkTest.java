package com.truevault.peer;

import com.truevault.testing.InMemoryStorage;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens in whatever order, lists end up as entitlement says. */
class ListWalkTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void endsWithListsAsEntitlementSays(long seed) {
    new ListWalk(seed, new InMemoryStorage(), UnaryOperator.identity()).take(100);
  }
}
