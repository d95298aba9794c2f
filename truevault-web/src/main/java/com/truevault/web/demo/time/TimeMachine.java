package com.truevault.web.demo.time;

import com.truevault.TrueVault;
import com.truevault.paypal.testing.ChargeOutcome;
import com.truevault.paypal.testing.FakePayPal;
import com.truevault.paypal.testing.FakeSubscription;
import com.truevault.testing.RecordingMailSender;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Moves the clock of a demo day by day, and lets everything happen that is due on the way: charges,
 * deliveries, billing and mails. Safe for use by many threads.
 */
public final class TimeMachine {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration A_MOMENT = Duration.ofMinutes(1);
  private static final int MOST_ROUNDS = 20;

  private final DemoClock clock;
  private final FakePayPal paypal;
  private final TrueVault vault;
  private final Chronicle chronicle;
  private final Set<String> failing = new HashSet<>();

  /** Moves the clock that the given PayPal and vault share. */
  public TimeMachine(
      DemoClock clock, FakePayPal paypal, TrueVault vault, RecordingMailSender mailbox) {
    this.clock = clock;
    this.paypal = paypal;
    this.vault = vault;
    this.chronicle = new Chronicle(vault, mailbox);
  }

  /** Takes everything so far for granted: only what happens from now on is told. */
  public synchronized void begin() {
    chronicle.begin();
  }

  /** What happened, newest first. */
  public synchronized List<Happening> happened() {
    chronicle.look(clock.instant());
    return chronicle.happened();
  }

  /** Lets a day pass. */
  public synchronized void passDay() {
    pass(clock.instant().plus(DAY));
  }

  /** Lets time pass until PayPal tries to charge; a day if it will not. */
  public synchronized void passToCharge(String gatewayId) {
    pass(nextCharge(gatewayId).map(at -> at.plus(A_MOMENT)).orElse(clock.instant().plus(DAY)));
  }

  /** When PayPal tries to charge next; nothing if it will not. */
  public Optional<Instant> nextCharge(String gatewayId) {
    FakeSubscription there = paypal.subscription(gatewayId);
    FakeSubscription.Failed failed = there.lastFailed();
    return Stream.of(
            Optional.ofNullable(there.nextBilling()),
            Optional.ofNullable(failed == null ? null : failed.nextRetry()))
        .flatMap(Optional::stream)
        .filter(at -> at.isAfter(clock.instant()))
        .min(Instant::compareTo);
  }

  /** Lets every attempt to charge fail from now on. */
  public synchronized void fail(String gatewayId) {
    paypal.buyer().always(gatewayId, ChargeOutcome.failed("PAYER_CANNOT_PAY"));
    failing.add(gatewayId);
  }

  /** Lets attempts to charge succeed again. */
  public synchronized void letThrough(String gatewayId) {
    paypal.buyer().always(gatewayId, ChargeOutcome.paid());
    failing.remove(gatewayId);
  }

  /** Whether attempts to charge fail. */
  public synchronized boolean isFailing(String gatewayId) {
    return failing.contains(gatewayId);
  }

  /** Whether the subscription is one of this PayPal's. */
  public boolean knows(String gatewayId) {
    return paypal.subscriptions().stream().anyMatch(there -> there.id().equals(gatewayId));
  }

  private void pass(Instant end) {
    while (clock.instant().isBefore(end)) {
      clock.set(nextStop(end));
      settle();
    }
  }

  /** Days on which nothing is due are passed over, and no day is looked at twice. */
  private Instant nextStop(Instant end) {
    Instant tomorrow = clock.instant().plus(DAY);
    Instant due =
        Stream.concat(Stream.ofNullable(paypal.nextDue()), chronicle.due())
            .min(Instant::compareTo)
            .orElse(end);
    Instant next = due.isBefore(tomorrow) ? tomorrow : due;
    return next.isBefore(end) ? next : end;
  }

  /** What happens has consequences, and they have some too. */
  private void settle() {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      paypal.settle();
      vault.webhookInbox().work(clock.instant());
      vault.billingRounds().run();
      vault.maintenance().deliver();
      if (chronicle.look(clock.instant()) == 0) {
        return;
      }
    }
  }
}
