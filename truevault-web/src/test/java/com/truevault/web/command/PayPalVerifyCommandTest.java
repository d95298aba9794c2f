package com.truevault.web.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stored deliveries on the command line, as support looks at them. */
class PayPalVerifyCommandTest {
  private static final Path VECTORS = Path.of("..", "..", "shared", "paypal-vectors");
  private static final Path SIMULATOR = VECTORS.resolve("simulator-2024");

  @TempDir private Path folder = Path.of("");

  /** What the command printed, and its exit code. */
  private record Said(String line, int exitCode) {}

  private static Said verify(Path headers, Path body, String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "paypal",
                "verify",
                "--headers",
                headers.toString(),
                "--body",
                body.toString(),
                "--webhook-id",
                "WEBHOOK_ID",
                "--cert",
                SIMULATOR.resolve("CERT-360caa42-fca2a594-1a5f47cb.pem").toString(),
                "--chain",
                VECTORS.resolve("DigiCertSHA2ExtendedValidationServerCA.pem").toString()));
    arguments.addAll(List.of(more));
    try (Program program = Program.start(arguments.toArray(String[]::new))) {
      String line = program.line();
      return new Said(line, program.exitCode());
    }
  }

  private static Path genuine(String part) {
    Assumptions.assumeTrue(
        Files.isDirectory(SIMULATOR), "no ../shared/paypal-vectors with genuine deliveries");
    return SIMULATOR.resolve("payment_sale_completed." + part + ".json");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void saysOfAGenuineDeliveryThatItIsVerified() throws Exception {
    Said said = verify(genuine("headers"), genuine("body"), "--at-transmission-time");
    assertTrue(said.line().startsWith("verified [verified] "), said.line());
    assertTrue(said.line().contains("placeholder"), said.line());
    assertEquals(0, said.exitCode());
  }

  @Test
  void readsHeadersAsLinesToo() throws Exception {
    String lines =
        Files.readString(genuine("headers"))
            .replaceAll("(?m)^ \"([^\"]+)\": \"([^\"]*)\",?$", "$1: $2")
            .replaceAll("[{}]", "");
    Said said = verify(write("headers.txt", lines), genuine("body"), "--at-transmission-time");
    assertTrue(said.line().startsWith("verified "), said.line());
    Said twice =
        verify(
            write("twice.txt", lines + "\nPayPal-Transmission-Id: x\n"),
            genuine("body"),
            "--at-transmission-time");
    assertTrue(twice.line().startsWith("refused [header-duplicate] "), twice.line());
  }

  @Test
  void saysWhyADeliveryIsRefused() throws Exception {
    Said now = verify(genuine("headers"), genuine("body"));
    assertTrue(now.line().startsWith("refused [chain-expired] "), now.line());
    assertEquals(1, now.exitCode());
    Path changed = write("body", Files.readString(genuine("body")).replace("0.48", "0.49"));
    Said said = verify(genuine("headers"), changed, "--at-transmission-time");
    assertTrue(said.line().startsWith("refused [signature-wrong] "), said.line());
    assertEquals(1, said.exitCode());
    Said other =
        verify(genuine("headers"), genuine("body"), "--at-transmission-time", "--mode", "sandbox");
    assertTrue(other.line().startsWith("refused [cert-url-host] "), other.line());
  }

  @Test
  void wrongUseIsExitCodeTwo() throws Exception {
    assertEquals(2, verify(folder.resolve("none"), genuine("body")).exitCode());
    assertEquals(2, verify(write("broken", "{\"a\":"), genuine("body")).exitCode());
    assertEquals(2, verify(write("lines", "no colon\n"), genuine("body")).exitCode());
    assertEquals(2, verify(genuine("headers"), genuine("body"), "--mode", "production").exitCode());
    try (Program program = Program.start("paypal")) {
      assertEquals(2, program.exitCode());
    }
  }
}
