package com.truevault.paypal.testing;

import com.truevault.billing.Money;
import com.truevault.billing.ProviderStatus;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A subscription as PayPal keeps it. To be read while nothing happens at the fake. */
public final class FakeSubscription {
  final String id;
  final String reference;
  final String email;
  final String payer;
  final Instant createdAt;
  final Instant startsAt;
  private final Deque<ChargeOutcome> script = new ArrayDeque<>();
  private ChargeOutcome otherwise = ChargeOutcome.paid();
  Instant anchor;
  Consent consent;
  String plan;
  @Nullable Money overriddenPrice;
  ProviderStatus status = ProviderStatus.APPROVAL_PENDING;
  Instant statusAt;
  Instant changedAt;
  String note = "";
  int cycle;
  int cyclesPaid;
  int tries;

  /** Grows when the plan of charges changes: what was planned before does not happen. */
  int schedule;

  long outstanding;
  int failures;
  boolean suspendedForGood;
  @Nullable Instant nextBilling;
  @Nullable FakeSale lastPaid;
  @Nullable Failed lastFailed;

  FakeSubscription(String id, String payer, Request request, Instant now) {
    this.id = id;
    this.payer = payer;
    reference = request.reference();
    email = request.email();
    plan = request.plan();
    consent = request.consent();
    startsAt = request.startsAt() == null ? now : request.startsAt();
    anchor = startsAt;
    createdAt = now;
    statusAt = now;
    changedAt = now;
  }

  /** What PayPal calls it. */
  public String id() {
    return id;
  }

  /** What we call it. */
  public String reference() {
    return reference;
  }

  /** The id of the plan. */
  public String plan() {
    return plan;
  }

  /** The status word. */
  public ProviderStatus status() {
    return status;
  }

  /** Since when it has that status. */
  public Instant statusAt() {
    return statusAt;
  }

  /** When it begins. */
  public Instant startsAt() {
    return startsAt;
  }

  /** When the next charge is due; null if none is. */
  public @Nullable Instant nextBilling() {
    return nextBilling;
  }

  /** What could not be collected, in minor units. */
  public long outstanding() {
    return outstanding;
  }

  /** Whether failed payments suspended it, so that nothing wakes it again. */
  public boolean isSuspendedForGood() {
    return suspendedForGood;
  }

  /** The last try that failed; null if none did. */
  public @Nullable Failed lastFailed() {
    return lastFailed;
  }

  /** How the next attempts end, one after the other. */
  void script(List<ChargeOutcome> outcomes) {
    script.addAll(outcomes);
  }

  /** How all attempts end that are not scripted. */
  void otherwise(ChargeOutcome outcome) {
    otherwise = outcome;
  }

  ChargeOutcome outcome() {
    ChargeOutcome next = script.poll();
    return next == null ? otherwise : next;
  }

  void become(ProviderStatus other, String why, Instant now) {
    status = other;
    statusAt = now;
    changedAt = now;
    note = why;
    schedule++;
  }

  /**
   * A try that failed.
   *
   * @param nextRetry null if there is none
   */
  public record Failed(Instant at, Money amount, String reason, @Nullable Instant nextRetry) {}

  /** What the buyer is asked, and where the browser goes afterwards. */
  record Consent(String token, String plan, String returnUrl, String cancelUrl, boolean isDecided) {
    Consent decided() {
      return new Consent(token, plan, returnUrl, cancelUrl, true);
    }
  }

  record Request(
      String plan, String reference, String email, @Nullable Instant startsAt, Consent consent) {}
}
