package com.truevault.web.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminPayPalCommandTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"setup", "test"})
  void withoutCredentialsPayPalIsNotCalled(String command) throws Exception {
    try (Program create =
        Program.start(
            "admin",
            "create",
            "--data",
            folder.toString(),
            "--email",
            "ada@example.com",
            "--password-stdin")) {
      create.type("correct horse battery staple\n");
      assertEquals(0, create.exitCode());
    }
    try (Program paypal = Program.start("admin", "paypal", command, "--data", folder.toString())) {
      assertEquals(1, paypal.exitCode());
      String errors = paypal.errors();
      assertTrue(errors.contains("payments are not set up on this site yet"), errors);
    }
  }
}
