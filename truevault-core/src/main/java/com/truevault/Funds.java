package com.truevault;

import com.truevault.billing.Plans;
import com.truevault.ledger.Books;
import com.truevault.mail.Mails;
import com.truevault.outbox.Effects;
import com.truevault.setting.Settings;
import com.truevault.subscription.Billing;
import com.truevault.subscription.BillingStores;
import com.truevault.vip.Vips;
import com.truevault.webhook.DeliveryMails;
import com.truevault.webhook.DeliveryTargets;
import com.truevault.webhook.WebhookInbox;
import java.time.Duration;
import java.time.Instant;

/** The use cases around money, and what the payment provider sends. */
record Funds(Billing billing, WebhookInbox inbox) {
  private static final Duration DELIVERIES_KEPT = Duration.ofDays(90);

  static Funds of(TrueVault.Ports ports, Tools tools) {
    Storage storage = ports.storage();
    Billing billing =
        Billing.of(
            new BillingStores(
                storage.subscriptions(),
                storage.facts(),
                storage.billingJobs(),
                new Books(storage.payments(), storage.invoices(), storage.ledger()),
                storage.users()),
            storage.comparisons(),
            new Billing.Tools(
                tools.plans(),
                ports.payments(),
                tools.settings(),
                tools.mails(),
                tools.vips(),
                tools.effects(),
                since -> tidy(ports, tools.effects().now(), since)));
    return new Funds(
        billing,
        new WebhookInbox(
            ports.webhooks(),
            storage.webhooks(),
            new DeliveryTargets(storage.subscriptions(), storage.facts()),
            new WebhookInbox.Consequences(
                billing.reconciliation()::demand,
                new DeliveryMails(tools.mails(), tools.settings(), storage.users())),
            tools.effects()));
  }

  private static void tidy(TrueVault.Ports ports, Instant now, Instant since) {
    ports.storage().webhooks().purge(now.minus(DELIVERIES_KEPT));
    ports.missed().catchUp(since);
  }

  record Tools(Plans plans, Settings settings, Mails mails, Vips vips, Effects effects) {}
}
