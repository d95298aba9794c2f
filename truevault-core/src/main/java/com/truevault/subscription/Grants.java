package com.truevault.subscription;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.audit.AuditLog;
import com.truevault.billing.Fact;
import com.truevault.billing.Fact.GrantKind;
import com.truevault.billing.Subscription;
import com.truevault.store.DataFile;
import com.truevault.subscription.JobRunner.Desk;
import com.truevault.text.PlainText;
import java.time.Duration;
import java.util.Map;

/** Time that administrators give. Safe for use by many threads. */
public final class Grants {
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final int MAX_REASON = 200;

  private final Desk desk;

  Grants(Desk desk) {
    this.desk = desk;
  }

  /**
   * Extends grace or gives paid time.
   *
   * @param actor who gives it, for the audit log
   * @param time one day to a year
   * @param reason one line
   * @return the subscription as it is now
   * @throws TrueVaultException INVALID if time or reason break these rules, NOT_FOUND if there is
   *     no such subscription
   */
  public Subscription give(
      String actor, String subscription, GrantKind kind, Duration time, String reason) {
    if (time.compareTo(Duration.ofDays(1)) < 0 || time.compareTo(LONGEST) > 0) {
      throw new TrueVaultException(
          ErrorKind.INVALID, "grant-invalid", "time must be 1 to 366 days, not " + time);
    }
    String line = PlainText.line("reason", reason, MAX_REASON);
    return desk.effects()
        .write(
            DataFile.BILLING,
            out -> {
              Fact grant =
                  new Fact.Grant(
                      subscription,
                      desk.effects().random().id(),
                      kind,
                      time,
                      desk.now(),
                      actor,
                      line);
              AuditLog.note(
                  out,
                  actor,
                  "subscription.granted",
                  subscription,
                  Map.of("kind", kind.name(), "days", Long.toString(time.toDays())));
              return desk.assessment()
                  .take(out, subscription, News.of(actor, grant))
                  .subscription();
            });
  }
}
