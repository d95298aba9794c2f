package com.truevault.wireguard.agent;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Changes the credential for a new one. Until the new one was used, the old one is valid too. */
final class CredentialRotation {
  static final Duration LIFE = Duration.ofDays(30);

  private final PanelClient panel;
  private final CredentialFile file;
  private final InstantSource clock;
  private final Consumer<String> log;

  CredentialRotation(
      PanelClient panel, CredentialFile file, InstantSource clock, Consumer<String> log) {
    this.panel = panel;
    this.file = file;
    this.clock = clock;
    this.log = log;
  }

  void rotateIfDue() throws IOException {
    if (!clock.instant().isBefore(file.givenAt().plus(LIFE))) {
      rotate();
    }
  }

  void rotate() throws IOException {
    file.save(panel.renewCredential(), clock.instant());
    log.accept("the credential was renewed");
  }
}
