package com.truevault.health;

import com.truevault.health.HealthRounds.Senses;
import com.truevault.outbox.Effects;
import com.truevault.setting.Settings;
import java.time.InstantSource;

/** Everything around the health of servers. Safe for use by many threads. */
public record Health(
    HealthRounds rounds,
    DeliveryAlarms delivery,
    Alarms alarms,
    PlannedMaintenance planned,
    Uptime uptime) {

  /** Joins the parts. */
  public static Health of(
      HealthStores stores, Senses senses, DeliveryWatch watch, AlarmMails mails, Tools tools) {
    Alarms alarms = new Alarms(stores.alarms(), mails);
    return new Health(
        new HealthRounds(senses, stores, alarms, tools.settings(), tools.effects()),
        new DeliveryAlarms(watch, alarms, stores.windows(), tools.effects()),
        alarms,
        new PlannedMaintenance(stores.windows(), tools.effects()),
        new Uptime(stores.health(), stores.alarms(), stores.windows(), tools.clock()));
  }

  /**
   * Checks the servers that are due and looks after their lists; may take a minute. Call every
   * minute or so, from one thread.
   */
  public void check() {
    try {
      delivery.look();
    } finally {
      rounds.run();
    }
  }

  /** What all parts need. */
  public record Tools(Settings settings, Effects effects, InstantSource clock) {}
}
