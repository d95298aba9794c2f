package com.truevault.wireguard.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;

/** Where the agent's credential rests: it in one line, when it was given in the next. */
final class CredentialFile {
  static final String NAME = "credential";

  private final Path folder;
  private final DurableFile file;

  CredentialFile(Path folder) {
    this.folder = folder;
    this.file = new DurableFile(folder.resolve(NAME));
  }

  /**
   * The credential. Read anew each time, for another process may have renewed it.
   *
   * @throws IOException if there is none
   */
  String secret() throws IOException {
    return lines()[0];
  }

  /** When it was given; long ago if the file does not say. */
  Instant givenAt() throws IOException {
    String[] lines = lines();
    try {
      return lines.length > 1 ? Instant.parse(lines[1].strip()) : Instant.EPOCH;
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  void save(String secret, Instant at) throws IOException {
    DurableFile.createFolder(folder);
    file.write((secret + "\n" + at + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private String[] lines() throws IOException {
    byte[] bytes = file.read();
    String text = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8).strip();
    if (text.isEmpty()) {
      throw new IOException("there is no credential in " + folder + "; run: truevault agent enrol");
    }
    return text.split("\n", -1);
  }
}
