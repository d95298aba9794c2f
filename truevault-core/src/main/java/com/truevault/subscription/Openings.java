package com.truevault.subscription;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.audit.AuditLog;
import com.truevault.billing.BillingStatus;
import com.truevault.billing.Fact;
import com.truevault.billing.Fact.Carried;
import com.truevault.billing.Fact.Snapshot;
import com.truevault.billing.Fact.Superseded;
import com.truevault.billing.PaymentGateway;
import com.truevault.billing.ProviderStatus;
import com.truevault.billing.Standing;
import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionLiveException;
import com.truevault.billing.SubscriptionStatus;
import com.truevault.billing.Terms;
import com.truevault.outbox.Effects;
import com.truevault.outbox.Outgoing;
import com.truevault.store.DataFile;
import com.truevault.user.User;
import com.truevault.user.UserStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Opens subscriptions at the provider. The row is there before the provider is asked, so that
 * nothing is ever approved that is not known here. Safe for use by many threads.
 */
final class Openings {
  private final BillingStores stores;
  private final PaymentGateway gateway;
  private final Addressees addressees;
  private final Assessment assessment;
  private final Effects effects;

  Openings(
      BillingStores stores,
      PaymentGateway gateway,
      Addressees addressees,
      Assessment assessment,
      Effects effects) {
    this.stores = stores;
    this.gateway = gateway;
    this.addressees = addressees;
    this.assessment = assessment;
    this.effects = effects;
  }

  /**
   * Opens one; earlier choices that wait for approval are withdrawn.
   *
   * @param before what it continues or replaces; null if nothing
   */
  Subscriptions.Started open(User user, Terms terms, @Nullable Subscription before) {
    if (addressees.isVip(user)) {
      // VIPs are never billed, and the answer is that to everybody who has what they need.
      throw new SubscriptionLiveException();
    }
    Instant startsAt = startsAt(before);
    Subscription draft = draft(user, terms, before);
    effects.run(DataFile.BILLING, out -> add(out, user, draft));
    PaymentGateway.Approval approval =
        gateway.open(
            new PaymentGateway.Order(
                "tv-open-" + draft.publicId() + "-1",
                draft.publicId(),
                terms,
                user.email().canonical(),
                startsAt));
    Subscription opened =
        effects.write(
            DataFile.BILLING, out -> knownAs(out, draft.knownAs(approval.gatewayId()), startsAt));
    return new Subscriptions.Started(opened, approval.approvalUrl());
  }

  /** What is paid already is not paid again. */
  private @Nullable Instant startsAt(@Nullable Subscription before) {
    Instant paid = before == null ? null : before.paidThrough();
    boolean isUsable =
        before != null
            && (before.status() == SubscriptionStatus.ACTIVE
                || before.standing().status() == BillingStatus.CANCEL_SCHEDULED);
    return isUsable && paid != null && paid.isAfter(effects.now()) ? paid : null;
  }

  private Subscription draft(User user, Terms terms, @Nullable Subscription before) {
    return new Subscription(
        effects.random().id(),
        user.id(),
        null,
        terms.plan(),
        terms.price(),
        terms.cycle(),
        SubscriptionStatus.PENDING,
        effects.now(),
        null,
        null,
        "",
        before == null ? Standing.NEW : Standing.after(before.publicId()));
  }

  private void add(Outgoing out, User user, Subscription draft) {
    demandPresent(user);
    Instant now = effects.now();
    for (Subscription earlier : stores.subscriptions().ofUser(user.id())) {
      if (earlier.standing().status() == BillingStatus.PENDING) {
        Fact replaced = new Superseded(earlier.publicId(), now, draft.publicId());
        assessment.take(out, earlier.publicId(), News.of(user.publicId(), replaced));
      }
    }
    stores.subscriptions().add(draft);
    AuditLog.note(
        out,
        user.publicId(),
        "subscription.opened",
        draft.publicId(),
        Map.of("plan", draft.plan().name()));
    out.send(Subscriptions.TOPIC, draft.publicId(), Map.of("user", draft.user().toString()));
    assessment.take(out, draft.publicId(), News.of(user.publicId()));
  }

  /** The row as it is by now: it may have ended while the provider was asked. */
  private Subscription knownAs(Outgoing out, Subscription draft, @Nullable Instant startsAt) {
    String gatewayId = Objects.requireNonNull(draft.gatewayId());
    Subscription now =
        stores.subscriptions().find(draft.publicId()).orElseThrow(Missing::subscription);
    stores.subscriptions().update(now.knownAs(gatewayId));
    News news = startsAt == null ? News.of(News.GATEWAY) : carried(draft, gatewayId, startsAt);
    return assessment.take(out, draft.publicId(), news).subscription();
  }

  /** Time is carried over only to what is approved, so it is said that this is not yet. */
  private static News carried(Subscription draft, String gatewayId, Instant until) {
    Instant at = draft.startDate();
    return News.of(
        News.GATEWAY,
        new Carried(draft.publicId(), at, until),
        new Snapshot(
            gatewayId,
            ProviderStatus.APPROVAL_PENDING,
            at,
            Dossier.terms(draft),
            "",
            until,
            null,
            null,
            0));
  }

  /** Once the news of an erasure reached this file, nobody would ever end what is added. */
  private void demandPresent(User user) {
    if (stores
        .users()
        .find(user.id())
        .filter(found -> found.membership().status() != UserStatus.DELETED)
        .isEmpty()) {
      throw new TrueVaultException(
          ErrorKind.NOT_FOUND, "user-not-found", "the user was erased; nothing was opened");
    }
  }
}
