package com.truevault.subscription;

import com.truevault.billing.PaymentGateway;
import com.truevault.billing.Plans;
import com.truevault.ledger.Bookings;
import com.truevault.ledger.Invoicing;
import com.truevault.mail.Mails;
import com.truevault.outbox.Effects;
import com.truevault.outbox.Relay;
import com.truevault.setting.Settings;
import com.truevault.subscription.JobRunner.Desk;
import com.truevault.vip.Vips;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The use cases around money, which share how conclusions are drawn. */
public record Billing(
    Subscriptions subscriptions,
    Reconciliation reconciliation,
    BillingRounds rounds,
    PlanChanges planChanges,
    MoneyDesk desk,
    UserDeparture departure,
    List<VipExemption> exemptions) {

  /** Joins them. */
  public static Billing of(BillingStores stores, ComparisonStore comparisons, Tools tools) {
    Effects effects = tools.effects();
    Settings settings = tools.settings();
    Alerts alerts = new Alerts(tools.mails(), settings, stores.users(), stores.jobs());
    Addressees addressees = new Addressees(stores.users(), tools.vips(), settings);
    Assessment assessment =
        new Assessment(
            stores,
            new Bookings(
                stores.books(), new Invoicing(stores.books().invoices(), settings, stores.users())),
            new Assessment.Messengers(
                new Notices(
                    tools.mails(),
                    stores.jobs(),
                    addressees,
                    new SurplusNotice(tools.plans(), tools.devices())),
                alerts),
            settings,
            effects::now);
    Desk desk = new Desk(assessment, alerts, effects);
    Reconciliation reconciliation =
        new Reconciliation(stores.subscriptions(), tools.gateway(), assessment, alerts, effects);
    Refunds refunds = new Refunds(stores, desk);
    Openings openings = new Openings(stores, tools.gateway(), addressees, assessment, effects);
    return new Billing(
        new Subscriptions(stores, tools.plans(), openings, reconciliation, desk),
        reconciliation,
        new BillingRounds(
            stores.subscriptions(),
            reconciliation,
            new JobRunner(stores, tools.gateway(), reconciliation, desk),
            new Nightly(
                stores.subscriptions(), reconciliation, comparisons, effects::now, tools.chores()),
            desk),
        new PlanChanges(
            tools.plans(),
            tools.gateway(),
            openings,
            new PlanChanges.Sources(stores, tools.devices()),
            desk),
        new MoneyDesk(
            refunds,
            new Grants(desk),
            new Reviews(stores, refunds, desk),
            new StuckJobs(stores.jobs(), desk),
            new Revenue(stores.books().payments(), stores.subscriptions(), settings, effects::now)),
        new UserDeparture(stores.subscriptions(), assessment, effects::now),
        VipExemption.all(stores, addressees, assessment, effects::now));
  }

  /** Lets what happens elsewhere reach what is about money. */
  public void handle(Relay relay) {
    relay.handle(departure);
    exemptions.forEach(relay::handle);
  }

  /**
   * What the use cases need beside their stores.
   *
   * @param chores what else is to be done once a night, given the moment since when events may have
   *     been missed
   */
  public record Tools(
      Plans plans,
      PaymentGateway gateway,
      Settings settings,
      Mails mails,
      Vips vips,
      DevicesInUse devices,
      Effects effects,
      Consumer<Instant> chores) {}
}
