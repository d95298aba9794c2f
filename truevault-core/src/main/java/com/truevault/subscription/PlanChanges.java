package com.truevault.subscription;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.audit.AuditLog;
import com.truevault.billing.BillingCycle;
import com.truevault.billing.BillingStatus;
import com.truevault.billing.Fact.ChangeAsked;
import com.truevault.billing.Money;
import com.truevault.billing.Offer;
import com.truevault.billing.PaymentGateway;
import com.truevault.billing.Plans;
import com.truevault.billing.Subscription;
import com.truevault.billing.Terms;
import com.truevault.outbox.Outgoing;
import com.truevault.store.DataFile;
import com.truevault.subscription.JobRunner.Desk;
import com.truevault.subscription.PlanChange.Kind;
import com.truevault.subscription.Subscriptions.Started;
import com.truevault.user.Plan;
import com.truevault.user.User;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * Changes what a running subscription is for. Nothing is charged in between: what is paid stays
 * paid, and the new price begins with the next charge, once the customer approves it at the
 * provider. Safe for use by many threads.
 */
public final class PlanChanges {
  private final Plans plans;
  private final PaymentGateway gateway;
  private final Openings openings;
  private final Sources sources;
  private final Desk desk;

  PlanChanges(Plans plans, PaymentGateway gateway, Openings openings, Sources sources, Desk desk) {
    this.plans = plans;
    this.gateway = gateway;
    this.openings = openings;
    this.sources = sources;
    this.desk = desk;
  }

  /**
   * What a change would mean, for the customer to agree to.
   *
   * @throws TrueVaultException NOT_FOUND without a running subscription, CONFLICT if that is what
   *     the user has, if a payment is open, or if the plan is not sold
   */
  public PlanChange preview(User user, Plan plan, BillingCycle cycle) {
    Subscription running = running(user);
    Offer offer = plans.offer(plan);
    Terms now = Dossier.terms(running);
    Terms then = new Terms(plan, cycle, offer.price(cycle));
    Kind kind = kind(now, then);
    Instant paid = Objects.requireNonNullElse(running.paidThrough(), desk.now());
    return new PlanChange(
        now,
        then,
        kind,
        plan.compareTo(now.plan()) > 0 ? desk.now() : paid,
        paid,
        offer.deviceLimit(),
        sources.devices().beyond(user.id(), offer.deviceLimit()));
  }

  /**
   * Asks for a change that the customer agreed to, and says where it is approved.
   *
   * @param agreed the price that the customer was shown
   * @throws TrueVaultException as {@link #preview}, and CONFLICT if the price is another by now
   */
  public Started change(User user, Plan plan, BillingCycle cycle, Money agreed) {
    PlanChange change = preview(user, plan, cycle);
    if (!change.then().price().equals(agreed)) {
      throw new TrueVaultException(
          ErrorKind.CONFLICT,
          "price-changed",
          "the price is " + change.then().price() + " by now; look at the change again");
    }
    Subscription running = running(user);
    if (change.kind() == Kind.CYCLE) {
      return openings.open(user, change.then(), running);
    }
    String gatewayId = Objects.requireNonNull(running.gatewayId());
    ChangeAsked asked =
        desk.effects().write(DataFile.BILLING, out -> ask(out, user, running, change.then()));
    PaymentGateway.Approval approval =
        gateway.revise(
            gatewayId,
            new PaymentGateway.Order(
                asked.id(), running.publicId(), change.then(), user.email().canonical(), null));
    return new Started(running, approval.approvalUrl());
  }

  /** The wish is there before the provider is asked, and with it the id of the request. */
  private ChangeAsked ask(Outgoing out, User user, Subscription running, Terms then) {
    long earlier = desk.assessment().file(running).of(ChangeAsked.class).count();
    ChangeAsked asked =
        new ChangeAsked(
            running.publicId(),
            "tv-revise-" + running.publicId() + "-" + (earlier + 1),
            desk.now(),
            then);
    AuditLog.note(
        out,
        user.publicId(),
        "subscription.change-asked",
        running.publicId(),
        Map.of("plan", then.plan().name(), "price", then.price().toString()));
    desk.assessment().take(out, running.publicId(), News.of(user.publicId(), asked));
    return asked;
  }

  private Subscription running(User user) {
    Subscription running =
        sources.stores().subscriptions().ofUser(user.id()).stream()
            .filter(row -> row.status().isLive())
            .findFirst()
            .orElseThrow(Missing::running);
    if (running.standing().status() != BillingStatus.ACTIVE) {
      throw new TrueVaultException(
          ErrorKind.CONFLICT,
          "payment-open",
          "a payment is open; settle it first, or subscribe anew");
    }
    return running;
  }

  private static Kind kind(Terms now, Terms then) {
    if (then.plan() == now.plan() && then.cycle() == now.cycle()) {
      throw new TrueVaultException(
          ErrorKind.CONFLICT, "plan-same", "this is the plan you have; choose another");
    }
    if (then.cycle() != now.cycle()) {
      return Kind.CYCLE;
    }
    return then.plan().compareTo(now.plan()) > 0 ? Kind.UPGRADE : Kind.DOWNGRADE;
  }

  /** What changes are judged by. */
  record Sources(BillingStores stores, DevicesInUse devices) {}
}
