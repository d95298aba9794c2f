package com.truevault.subscription;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.audit.AuditLog;
import com.truevault.billing.BillingCycle;
import com.truevault.billing.Offer;
import com.truevault.billing.PaymentGateway;
import com.truevault.billing.Plans;
import com.truevault.billing.ProviderStatus;
import com.truevault.billing.Standing;
import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionLiveException;
import com.truevault.billing.SubscriptionStatus;
import com.truevault.billing.SubscriptionStore;
import com.truevault.billing.Terms;
import com.truevault.outbox.Effects;
import com.truevault.outbox.Outgoing;
import com.truevault.store.DataFile;
import com.truevault.text.PlainText;
import com.truevault.user.Plan;
import com.truevault.user.User;
import com.truevault.user.UserStatus;
import com.truevault.user.UserStore;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Opens, confirms and ends subscriptions. Safe for use by many threads. */
public final class Subscriptions {
  /** The topic that tells of a change; its payload names {@code user}. */
  public static final String TOPIC = "subscription.changed";

  /** The topic by which the gateway is told of an end. */
  static final String CANCEL_TOPIC = "subscription.cancel";

  private final SubscriptionStore store;
  private final UserStore users;
  private final Plans plans;
  private final PaymentGateway gateway;
  private final Effects effects;

  /** Keeps subscriptions in the given store. */
  public Subscriptions(
      SubscriptionStore store,
      UserStore users,
      Plans plans,
      PaymentGateway gateway,
      Effects effects) {
    this.store = store;
    this.users = users;
    this.plans = plans;
    this.gateway = gateway;
    this.effects = effects;
  }

  /**
   * Opens a subscription and says where the user approves it. The row is there before the gateway
   * is asked, so that nothing is ever approved that we do not know.
   *
   * @throws SubscriptionLiveException if the user has a live one
   * @throws TrueVaultException NOT_FOUND if the user was erased
   */
  public Started start(User user, Plan plan, BillingCycle cycle) {
    Offer offer = plans.offer(plan);
    Subscription draft =
        new Subscription(
            effects.random().id(),
            user.id(),
            null,
            plan,
            offer.price(cycle),
            cycle,
            SubscriptionStatus.PENDING,
            effects.now(),
            null,
            null,
            "",
            Standing.NEW);
    effects.run(DataFile.BILLING, out -> open(out, user, draft));
    PaymentGateway.Approval approval =
        gateway.open(
            new PaymentGateway.Order(
                "tv-open-" + draft.publicId() + "-1",
                draft.publicId(),
                new Terms(plan, cycle, draft.price()),
                user.email().canonical(),
                null));
    Subscription opened =
        effects.write(
            DataFile.BILLING, out -> knownAs(out, require(draft.publicId()), approval.gatewayId()));
    return new Started(opened, approval.approvalUrl());
  }

  /** Asks the gateway how a subscription stands and follows it. */
  public Subscription refresh(String publicId) {
    Subscription known = require(publicId);
    if (known.status() != SubscriptionStatus.PENDING || known.gatewayId() == null) {
      return known;
    }
    ProviderStatus state = gateway.read(known.gatewayId(), known.startDate()).snapshot().status();
    return effects.write(DataFile.BILLING, out -> follow(out, require(publicId), state));
  }

  /** The subscription that counts for a user: the live one, else the newest. */
  public Optional<Subscription> current(User user) {
    var all = store.ofUser(user.id());
    return all.stream()
        .filter(subscription -> subscription.status().isLive())
        .findFirst()
        .or(() -> all.stream().filter(s -> s.status() == SubscriptionStatus.CANCELLED).findFirst())
        .or(() -> all.stream().findFirst());
  }

  /**
   * Ends the user's live subscription; what is paid stays usable.
   *
   * @throws TrueVaultException NOT_FOUND if there is none
   */
  public Subscription cancel(User user, String reason) {
    String line = PlainText.optionalLine("reason", reason, 500);
    return effects.write(
        DataFile.BILLING,
        out -> {
          Subscription live =
              store.ofUser(user.id()).stream()
                  .filter(subscription -> subscription.status().isLive())
                  .findFirst()
                  .orElseThrow(Subscriptions::nothingToCancel);
          Subscription ended = live.cancelled(effects.now(), line);
          store.update(ended);
          changed(out, ended, user.publicId(), "subscription.cancelled");
          tellGateway(out, ended);
          return ended;
        });
  }

  /** How many active subscriptions each plan has. */
  public Map<Plan, Long> activeByPlan() {
    return store.activeByPlan();
  }

  static void tellGateway(Outgoing out, Subscription ended) {
    if (ended.gatewayId() != null) {
      out.send(
          CANCEL_TOPIC,
          ended.publicId(),
          Map.of("gatewayId", ended.gatewayId(), "reason", ended.cancellationReason()));
    }
  }

  private void open(Outgoing out, User user, Subscription draft) {
    demandPresent(user);
    for (Subscription earlier : store.ofUser(user.id())) {
      if (earlier.status().isLive()) {
        throw new SubscriptionLiveException();
      }
      if (earlier.status() == SubscriptionStatus.PENDING) {
        Subscription replaced = earlier.expired("replaced by a later choice");
        store.update(replaced);
        tellGateway(out, replaced);
      }
    }
    store.add(draft);
    changed(out, draft, user.publicId(), "subscription.opened");
  }

  /** The row as it is by now: it may have ended while the gateway was asked, not knowing of it. */
  private Subscription knownAs(Outgoing out, Subscription now, String gatewayId) {
    Subscription known = now.knownAs(gatewayId);
    store.update(known);
    if (known.status() != SubscriptionStatus.PENDING) {
      tellGateway(out, known);
    }
    return known;
  }

  private Subscription follow(Outgoing out, Subscription known, ProviderStatus state) {
    if (known.status() != SubscriptionStatus.PENDING) {
      return known;
    }
    Subscription followed =
        switch (state) {
          case APPROVAL_PENDING, APPROVED, SUSPENDED, UNKNOWN -> known;
          case ACTIVE -> known.activated(effects.now());
          case EXPIRED -> known.expired("declined");
          case CANCELLED -> known.expired("cancelled before the first payment");
        };
    if (!Objects.equals(known, followed)) {
      store.update(followed);
      changed(
          out,
          followed,
          "gateway",
          "subscription." + followed.status().name().toLowerCase(java.util.Locale.ROOT));
    }
    return followed;
  }

  private static void changed(Outgoing out, Subscription now, String actor, String action) {
    AuditLog.note(out, actor, action, now.publicId(), Map.of("plan", now.plan().name()));
    out.send(TOPIC, now.publicId(), Map.of("user", now.user().toString()));
  }

  /** Once the news of an erasure reached this file, nobody would ever end what is added. */
  private void demandPresent(User user) {
    if (users
        .find(user.id())
        .filter(found -> found.membership().status() != UserStatus.DELETED)
        .isEmpty()) {
      throw new TrueVaultException(
          ErrorKind.NOT_FOUND, "user-not-found", "the user was erased; nothing was opened");
    }
  }

  private Subscription require(String publicId) {
    return store
        .find(publicId)
        .orElseThrow(
            () ->
                new TrueVaultException(
                    ErrorKind.NOT_FOUND, "subscription-not-found", "no such subscription"));
  }

  private static TrueVaultException nothingToCancel() {
    return new TrueVaultException(
        ErrorKind.NOT_FOUND,
        "subscription-not-found",
        "there is no running subscription; nothing was changed");
  }

  /** A subscription waiting for approval. */
  public record Started(Subscription subscription, String approvalUrl) {}
}
