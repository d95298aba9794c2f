package com.truevault.paypal;

import com.truevault.paypal.testing.OpenApiChecker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** PayPal's OpenAPI files, which are kept beside the project and not in it. */
final class Descriptions {
  private Descriptions() {}

  static Path folder() {
    return Path.of(System.getProperty("project.root", "."), "..", "shared", "paypal-openapi")
        .normalize();
  }

  static Optional<OpenApiChecker> checker() {
    return Files.isDirectory(folder())
        ? Optional.of(OpenApiChecker.of(folder()))
        : Optional.empty();
  }
}
