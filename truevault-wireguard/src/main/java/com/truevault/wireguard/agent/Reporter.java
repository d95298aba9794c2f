package com.truevault.wireguard.agent;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/** Reports after each application and every minute, and renews the credential in time. */
final class Reporter implements Recurring {
  static final Duration EVERY = Duration.ofMinutes(1);

  private final PanelClient panel;
  private final Agent agent;
  private final CredentialRotation rotation;
  private final String software;
  private final Consumer<String> log;
  private boolean isFailing;

  Reporter(
      PanelClient panel,
      Agent agent,
      CredentialRotation rotation,
      String software,
      Consumer<String> log) {
    this.panel = panel;
    this.agent = agent;
    this.rotation = rotation;
    this.software = software;
    this.log = log;
  }

  @Override
  public Duration step() {
    Report report = agent.report(software);
    try {
      panel.report(ReportWriter.bytes(report.content(), report.sentAt()));
      agent.acknowledge(report);
      rotation.rotateIfDue();
      if (isFailing) {
        log.accept("reports arrive again");
      }
      isFailing = false;
    } catch (IOException e) {
      if (!isFailing) {
        log.accept("report not delivered: " + e.getMessage());
      }
      isFailing = true;
    }
    return EVERY;
  }
}
