package com.truevault.webhook;

import com.truevault.mail.Mails;
import com.truevault.outbox.Outgoing;
import com.truevault.setting.SettingKey;
import com.truevault.setting.Settings;
import com.truevault.user.User;
import com.truevault.user.UserStore;
import java.util.Map;

/** Raises alarms by mail. */
public final class DeliveryMails implements DeliveryAlarm {
  private static final String TEMPLATE = "delivery-alarm";
  private static final String PATH = "/admin/money/webhooks";

  private final Mails mails;
  private final Settings settings;
  private final UserStore users;

  /** Writes to the address of the settings, or else to every administrator of the given store. */
  public DeliveryMails(Mails mails, Settings settings, UserStore users) {
    this.mails = mails;
    this.settings = settings;
    this.users = users;
  }

  @Override
  public void raise(Outgoing out, WebhookDelivery delivery, String text) {
    Map<String, String> values =
        Map.of("event", delivery.eventType(), "delivery", delivery.transmissionId(), "lines", text);
    String address = settings.text(SettingKey.ALARM_EMAIL);
    if (!address.isEmpty()) {
      mails.queue(out, address, TEMPLATE, "", PATH, values);
      return;
    }
    for (User user : users.administrators()) {
      mails.queue(out, user.email().deliverable(), TEMPLATE, user.name().full(), PATH, values);
    }
  }
}
