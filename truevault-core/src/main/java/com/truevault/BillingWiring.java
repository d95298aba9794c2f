package com.truevault;

import com.truevault.billing.Plans;
import com.truevault.ledger.Books;
import com.truevault.mail.Mails;
import com.truevault.outbox.Effects;
import com.truevault.setting.Settings;
import com.truevault.subscription.Billing;
import com.truevault.subscription.BillingStores;
import com.truevault.vip.Vips;
import java.time.Duration;

/** Joins what is about money with its stores. */
final class BillingWiring {
  private static final Duration DELIVERIES_KEPT = Duration.ofDays(90);

  private BillingWiring() {}

  static Billing of(TrueVault.Ports ports, Tools tools) {
    Storage storage = ports.storage();
    return Billing.of(
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
            since -> {
              ports.missed().catchUp(since);
              storage.webhooks().purge(tools.effects().now().minus(DELIVERIES_KEPT));
            }));
  }

  record Tools(Plans plans, Settings settings, Mails mails, Vips vips, Effects effects) {}
}
