package com.truevault.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final Path ROOT = Path.of(System.getProperty("project.root", ".."));
  private static final Path EXAMPLE =
      ROOT.resolve("examples/src/main/java/com/truevault/examples/EmbeddedMain.java");

  @Test
  void showsTheExampleAsItIsCompiled() throws IOException {
    String source = Files.readString(EXAMPLE);
    int start = source.indexOf("{\n", source.indexOf("static void run(")) + 2;
    String body = source.substring(start, source.indexOf("\n  }\n", start)).stripIndent();
    String readme = Files.readString(ROOT.resolve("README.md"));
    assertTrue(
        readme.contains("```java\n" + body.strip() + "\n```"),
        "README.md must show the body of EmbeddedMain.run:\n" + body);
  }
}
