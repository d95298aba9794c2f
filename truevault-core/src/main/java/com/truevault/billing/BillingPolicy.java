package com.truevault.billing;

import com.truevault.setting.SettingKey;
import com.truevault.setting.Settings;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The numbers that an operator sets; each counts from the first failure after the last payment
 * unless it says otherwise.
 *
 * @param grace how long access goes on
 * @param end when the subscription is over
 * @param mailDays on which days reminders go out, rising, 0 for the day of the failure
 * @param renewalPatience how long after its date a missing renewal is not looked for
 * @param checkPatience how long harm waits for a provider that does not answer, from when it is due
 * @param approvalPatience how long after opening an approval is waited for
 * @param withdrawal how long after the first payment a customer may withdraw
 */
public record BillingPolicy(
    Duration grace,
    Duration end,
    List<Integer> mailDays,
    Duration renewalPatience,
    Duration checkPatience,
    Duration approvalPatience,
    Duration withdrawal) {
  /** The recommended numbers: 11 days of grace, the end after 30, mails on days 0, 3, 7 and 10. */
  public static final BillingPolicy STANDARD =
      new BillingPolicy(
          Duration.ofDays(11),
          Duration.ofDays(30),
          List.of(0, 3, 7, 10),
          Duration.ofHours(36),
          Duration.ofHours(72),
          Duration.ofHours(72),
          Duration.ofDays(14));

  private static final Pattern COMMA = Pattern.compile(",");

  /** Copies the days. */
  public BillingPolicy {
    mailDays = List.copyOf(mailDays);
  }

  /** As the operator set it; the end never comes before the end of grace. */
  public static BillingPolicy of(Settings settings) {
    int grace = settings.number(SettingKey.GRACE_DAYS);
    return new BillingPolicy(
        Duration.ofDays(grace),
        Duration.ofDays(Math.max(settings.number(SettingKey.END_DAYS), grace + 1)),
        COMMA
            .splitAsStream(settings.text(SettingKey.DUNNING_MAIL_DAYS))
            .filter(day -> !day.isEmpty())
            .map(Integer::valueOf)
            .sorted()
            .distinct()
            .toList(),
        STANDARD.renewalPatience(),
        STANDARD.checkPatience(),
        STANDARD.approvalPatience(),
        Duration.ofDays(settings.number(SettingKey.WITHDRAWAL_DAYS)));
  }
}
