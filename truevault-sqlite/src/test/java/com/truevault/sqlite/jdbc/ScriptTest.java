package com.truevault.sqlite.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptTest {
  @Test
  void splitsAtSemicolonsOutsideQuotesAndComments() {
    assertEquals(
        List.of("insert into t values ('a;b''c')", "select \"x;y\""),
        Script.statements(
            """
            -- first; really
            insert into t values ('a;b''c'); /* second; */
            select "x;y";
            -- the end
            """));
  }

  @Test
  void keepsTheBodyOfATriggerTogether() {
    List<String> statements =
        Script.statements(
            """
            create trigger t before update on a begin
              select case when new.x = 1 then raise(abort, 'no; never') end;
              insert into b values (case 1 when 1 then 2 end);
            end;
            create table c (begin_at text);
            """);

    assertEquals(2, statements.size());
    assertEquals("create table c (begin_at text)", statements.get(1));
  }

  @Test
  void aTransactionIsNotTakenForABody() {
    assertEquals(
        List.of("begin", "select 1", "commit"), Script.statements("begin; select 1; commit;"));
  }

  @Test
  void refusesAScriptThatEndsInsideAStatement() {
    assertThrows(IllegalArgumentException.class, () -> Script.statements("select 1; select 2"));
  }
}
