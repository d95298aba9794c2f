package com.truevault.wireguard.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramTest {
  private final Program program = new Program(List.of(), Duration.ofSeconds(30));

  @Test
  void givesBackWhatTheProgramPrintedAndItsCode() {
    Result result = program.run(List.of("cat"), "as it was\n");
    assertTrue(result.isFine());
    assertEquals("as it was\n", result.output());
    assertEquals(2, program.run(List.of("ls", "/nowhere/at/all"), "").code());
  }

  @Test
  void leavesArgumentsAsTheyAre() {
    String odd = "$HOME; exit 3 'x' *";
    assertEquals(odd + "\n", program.run(List.of("echo", odd), "").output());
  }

  @Test
  void putsItsPrefixBeforeEveryCommand() {
    Program printing = new Program(List.of("echo", "before"), Duration.ofSeconds(30));
    assertEquals("before ls\n", printing.run(List.of("ls"), "").output());
  }

  @Test
  void saysThatThereIsNoSuchProgram() {
    Result result = program.run(List.of("no-such-program"), "");
    assertEquals(Result.NOT_STARTED, result.code());
    assertTrue(result.reason().contains("no-such-program"), result.reason());
  }

  @Test
  void endsAProgramThatTakesTooLong() {
    Result result =
        new Program(List.of(), Duration.ofMillis(200)).run(List.of("cat", "/dev/zero"), "");
    assertEquals(Result.TIMED_OUT, result.code());
  }

  @Test
  void readsOnWhenItKeepsNoMore() {
    Result result =
        program.run(List.of("head", "-c", "" + (Program.MOST_OUTPUT + 5000), "/dev/zero"), "");
    assertTrue(result.isFine());
    assertEquals(Program.MOST_OUTPUT, result.output().length());
  }

  @Test
  void mindsNoProgramThatReadsNoInput() {
    assertTrue(program.run(List.of("true"), "x".repeat(1 << 20)).isFine());
  }

  @Test
  void neverTellsWhatAProgramPrinted() {
    assertFalse(program.run(List.of("echo", "secret"), "").toString().contains("secret"));
  }
}
