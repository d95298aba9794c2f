package com.truevault;

import com.truevault.billing.Plans;
import com.truevault.device.Device;
import com.truevault.ledger.Books;
import com.truevault.mail.Mails;
import com.truevault.outbox.Effects;
import com.truevault.setting.Settings;
import com.truevault.subscription.Billing;
import com.truevault.subscription.BillingStores;
import com.truevault.user.UserId;
import com.truevault.vip.Vips;
import com.truevault.webhook.DeliveryMails;
import com.truevault.webhook.DeliveryTargets;
import com.truevault.webhook.WebhookInbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

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
                user -> switchedOn(storage, user),
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

  private static List<String> switchedOn(Storage storage, UserId user) {
    List<String> names =
        new ArrayList<>(
            storage.devices().ofUser(user).stream()
                .filter(Device::enabled)
                .map(device -> device.profile().name())
                .toList());
    Collections.reverse(names);
    return names;
  }

  private static void tidy(TrueVault.Ports ports, Instant now, Instant since) {
    ports.storage().webhooks().purge(now.minus(DELIVERIES_KEPT));
    ports.missed().catchUp(since);
  }

  record Tools(Plans plans, Settings settings, Mails mails, Vips vips, Effects effects) {}
}
