package com.truevault.examples;

import com.truevault.TrueVault;
import com.truevault.billing.BillingCycle;
import com.truevault.entitlement.Entitlement;
import com.truevault.sqlite.SqliteStorage;
import com.truevault.subscription.Subscriptions.Started;
import com.truevault.testing.RecordingMailSender;
import com.truevault.testing.SettableClock;
import com.truevault.testing.SimulatedGateway;
import com.truevault.testing.SimulatedGateway.Decision;
import com.truevault.user.Plan;
import com.truevault.user.User;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Walks a customer through the answers to "why am I connected, or not?". */
public final class WhyIsThisDeviceOffMain {
  private static final Duration TWO_MONTHS = Duration.ofDays(61);

  private final TrueVault vault;
  private final PrintStream out;

  private WhyIsThisDeviceOffMain(TrueVault vault, PrintStream out) {
    this.vault = vault;
    this.out = out;
  }

  /** Runs in the given folder. */
  public static void main(String[] args) {
    SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    SimulatedGateway gateway =
        new SimulatedGateway(Samples.RANDOM, clock, "https://pay.example.com/");
    try (TrueVault vault =
        TrueVault.builder()
            .storage(SqliteStorage.open(Path.of(args[0])))
            .payments(gateway)
            .mail(new RecordingMailSender())
            .masterKeys(Samples.masterKey())
            .clock(clock)
            .build()) {
      new WhyIsThisDeviceOffMain(vault, System.out).walk(gateway, clock);
    }
  }

  private void walk(SimulatedGateway gateway, SettableClock clock) {
    User sam = vault.users().register(Samples.sam());
    tell("signed up", sam);
    Started started = vault.subscriptions().start(sam, Plan.FAMILY, BillingCycle.MONTHLY);
    tell("chose a plan", sam);
    gateway.decide(Objects.requireNonNull(started.subscription().gatewayId()), Decision.APPROVE);
    vault.subscriptions().refresh(started.subscription().publicId());
    tell("approved it", sam);
    User blocked = vault.users().block("operator", sam, "sent spam");
    tell("was blocked", blocked);
    User unblocked = vault.users().unblock("operator", blocked);
    clock.advance(TWO_MONTHS);
    tell("did not pay again", unblocked);
  }

  private void tell(String event, User user) {
    Entitlement entitlement = vault.entitlements().of(user);
    out.println(event + ": " + (entitlement.allowed() ? "on" : "off"));
    entitlement
        .reasons()
        .forEach(r -> out.println("  " + r.code() + ": " + r.text() + " [" + r.evidence() + "]"));
  }
}
