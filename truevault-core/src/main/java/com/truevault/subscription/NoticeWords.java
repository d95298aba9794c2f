package com.truevault.subscription;

import com.truevault.billing.Subscription;
import com.truevault.mail.Mails;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What mails about money say of a subscription. */
final class NoticeWords {
  /** The page where everything about one's subscription is. */
  static final String PATH = "/plan";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final Mails mails;

  NoticeWords(Mails mails) {
    this.mails = mails;
  }

  Map<String, String> of(Subscription about) {
    Instant grace = about.standing().graceUntil();
    return Map.of(
        "plan",
        mails.phrase("plan." + about.plan().name().toLowerCase(Locale.ROOT), Map.of()),
        "price",
        about.price().toString(),
        "until",
        day(about.paidThrough()),
        "grace",
        day(grace == null ? about.paidThrough() : grace));
  }

  static String day(@Nullable Instant at) {
    return at == null ? "" : DAY.format(at);
  }
}
