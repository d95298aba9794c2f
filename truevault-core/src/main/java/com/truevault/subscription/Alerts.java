package com.truevault.subscription;

import com.truevault.mail.Mails;
import com.truevault.outbox.Outgoing;
import com.truevault.setting.SettingKey;
import com.truevault.setting.Settings;
import com.truevault.user.User;
import com.truevault.user.UserStore;
import java.time.Instant;
import java.util.Map;

/** Tells administrators about money that needs them, once for each cause. Thread-safe. */
public final class Alerts {
  private static final String PATH = "/admin/billing";

  private final Mails mails;
  private final Settings settings;
  private final UserStore users;
  private final JobStore jobs;

  /** Writes to the address of the settings, or else to every administrator of the given store. */
  public Alerts(Mails mails, Settings settings, UserStore users, JobStore jobs) {
    this.mails = mails;
    this.settings = settings;
    this.users = users;
    this.jobs = jobs;
  }

  /**
   * Queues the mail in the running transaction, unless it was queued before.
   *
   * @param cause what it is about; one mail for each
   */
  void tell(Outgoing out, String subscription, String cause, String detail, Instant now) {
    if (!jobs.add(Jobs.notice("alert:" + cause, subscription, now), now)) {
      return;
    }
    Map<String, String> values = Map.of("subscription", subscription, "detail", detail);
    String address = settings.text(SettingKey.ALARM_EMAIL);
    if (!address.isEmpty()) {
      mails.queue(out, address, "billing-alert", "", PATH, values);
      return;
    }
    for (User user : users.administrators()) {
      mails.queue(
          out, user.email().deliverable(), "billing-alert", user.name().full(), PATH, values);
    }
  }
}
