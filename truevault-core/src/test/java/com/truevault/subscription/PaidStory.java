package com.truevault.subscription;

import com.truevault.billing.BillingCycle;
import com.truevault.billing.BillingStatus;
import com.truevault.billing.Subscription;
import com.truevault.mail.Mail;
import com.truevault.testing.InMemoryStorage;
import com.truevault.testing.SimulatedGateway;
import com.truevault.testing.VaultFixture;
import com.truevault.user.Plan;
import com.truevault.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Somebody who subscribed, what the provider does on which day, and a clock that runs. */
final class PaidStory {
  static final String KIM = "kim@example.com";

  private final VaultFixture fixture = new VaultFixture(new InMemoryStorage());
  private final NavigableMap<Instant, List<Runnable>> script = new TreeMap<>();
  private final User kim = fixture.customer(KIM);
  private Subscription subscription;

  PaidStory() {
    this(Plan.PERSONAL, BillingCycle.MONTHLY);
  }

  PaidStory(Plan plan, BillingCycle cycle) {
    subscription = fixture.subscribe(kim, plan, cycle);
    fixture.vault().maintenance().deliver();
  }

  VaultFixture fixture() {
    return fixture;
  }

  User kim() {
    return fixture.reload(kim);
  }

  String id() {
    return subscription.publicId();
  }

  String gatewayId() {
    return String.valueOf(subscription.gatewayId());
  }

  /** The gateway, without doing what is to be done about it. */
  SimulatedGateway gateway() {
    return fixture.gatewayAlone();
  }

  /** Goes on with another subscription. */
  void follow(Subscription other) {
    subscription = other;
  }

  Subscription row() {
    return fixture.storage().subscriptions().find(id()).orElseThrow();
  }

  BillingStatus status() {
    return row().standing().status();
  }

  boolean mayConnect() {
    return fixture.vault().entitlements().of(kim()).allowed();
  }

  static Instant day(double days) {
    return VaultFixture.START.plus(Duration.ofMinutes(Math.round(days * 24 * 60)));
  }

  /** The provider does that then. */
  PaidStory on(Instant at, Runnable happening) {
    script.computeIfAbsent(at, t -> new ArrayList<>()).add(happening);
    return this;
  }

  /** It does that and says so. */
  PaidStory reports(Instant at, Runnable happening) {
    return on(at, happening).on(at, () -> fixture.vault().reconciliation().reconcile(id()));
  }

  PaidStory paysOn(Instant at) {
    return reports(at, () -> gateway().pay(gatewayId()));
  }

  PaidStory failsOn(Instant at, Instant nextRetry) {
    return reports(at, () -> gateway().fail(gatewayId(), nextRetry));
  }

  /** Lets time pass until then, with a round after each step. */
  PaidStory until(Instant end, Duration step) {
    Instant now = fixture.clock().instant();
    while (now.isBefore(end)) {
      Instant next = now.plus(step).isBefore(end) ? now.plus(step) : end;
      NavigableMap<Instant, List<Runnable>> due = script.headMap(next, true);
      due.forEach(
          (at, happenings) -> {
            fixture.clock().set(at);
            happenings.forEach(Runnable::run);
          });
      due.clear();
      fixture.clock().set(next);
      round();
      now = next;
    }
    return this;
  }

  PaidStory until(Instant end) {
    return until(end, Duration.ofHours(6));
  }

  PaidStory round() {
    fixture.vault().billingRounds().run();
    fixture.vault().maintenance().deliver();
    return this;
  }

  /** The subjects of what was mailed to the customer, oldest first. */
  List<String> subjects() {
    List<String> subjects =
        new ArrayList<>(
            fixture.mails().mails().stream()
                .filter(mail -> mail.to().equals(KIM))
                .map(Mail::subject)
                .toList());
    Collections.reverse(subjects);
    return subjects.subList(1, subjects.size());
  }
}
