package com.truevault.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesTest {
  @TempDir Path folder;

  @Test
  void embeddedVaultPrintsAConfiguration() {
    List<String> lines = outputOf(EmbeddedMain::main);
    assertTrue(
        lines.containsAll(
            List.of(
                "[Interface]",
                "PrivateKey = YOUR_PRIVATE_KEY",
                "[Peer]",
                "Endpoint = 192.0.2.10:51820")),
        lines.toString());
    assertTrue(
        lines.stream().anyMatch(line -> line.startsWith("Address = 10.8.0.2/32")),
        lines.toString());
  }

  @Test
  void everyChangeOfAccessNamesItsReason() {
    List<String> lines = outputOf(WhyIsThisDeviceOffMain::main);
    assertEquals(
        List.of(
            "signed up: off",
            "never-subscribed",
            "chose a plan: off",
            "approval-pending",
            "approved it: on",
            "access-active",
            "was blocked: off",
            "blocked",
            "access-active",
            "did not pay again: off",
            "renewal-missing"),
        lines.stream()
            .map(line -> line.startsWith(" ") ? line.strip().replaceFirst(":.*", "") : line)
            .toList());
  }

  @Test
  void mailWaitsUntilItsSenderIsUp() {
    List<String> lines = outputOf(CustomMailSenderMain::main);
    assertEquals("postbox is closed", lines.get(0));
    assertTrue(lines.get(1).startsWith("to sam@example.com: "), lines.toString());
    assertEquals(2, lines.size());
  }

  private List<String> outputOf(Consumer<String[]> main) {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream captured = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(captured);
      main.accept(new String[] {folder.toString()});
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
