package com.truevault.sqlite.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlTest {
  @Test
  void numbersNamesByFirstAppearance() {
    Sql sql = Sql.parse("select a from t where b = :beta and c = :alpha or d = :beta");

    assertEquals(List.of("beta", "alpha"), sql.names());
  }

  @Test
  void findsNoNamesInQuotesAndComments() {
    Sql sql =
        Sql.parse(
            """
            select ':one', "a:two", [b:three] -- :four
              /* :five */ from t where note = 'it''s :six' and id = :seven
            """);

    assertEquals(List.of("seven"), sql.names());
  }

  @Test
  void refusesParametersWithoutNames() {
    assertThrows(IllegalArgumentException.class, () -> Sql.parse("select a from t where b = ?"));
  }
}
