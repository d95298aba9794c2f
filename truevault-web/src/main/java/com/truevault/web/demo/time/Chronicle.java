package com.truevault.web.demo.time;

import com.truevault.TrueVault;
import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionStatus;
import com.truevault.ledger.Payment;
import com.truevault.mail.Mail;
import com.truevault.store.PageRequest;
import com.truevault.testing.RecordingMailSender;
import com.truevault.user.UserId;
import com.truevault.web.demo.time.Happening.Kind;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Notices what changed since it looked last. Not thread-safe. */
final class Chronicle {
  private static final int KEPT = 100;
  private static final PageRequest ALL = new PageRequest(0, PageRequest.MAX_LIMIT);

  private final TrueVault vault;
  private final RecordingMailSender mailbox;
  private final Deque<Happening> happened = new ArrayDeque<>();
  private final Map<String, SubscriptionStatus> known = new HashMap<>();
  private final Set<String> paid = new HashSet<>();
  private int mails;

  Chronicle(TrueVault vault, RecordingMailSender mailbox) {
    this.vault = vault;
    this.mailbox = mailbox;
  }

  /** What happened, newest first. */
  List<Happening> happened() {
    return List.copyOf(happened);
  }

  /** Takes what is there for what was there before. */
  void begin() {
    look(Instant.EPOCH);
    happened.clear();
  }

  /** Looks around; returns how much is new. */
  int look(Instant now) {
    int before = happened.size();
    payments();
    states(now);
    mails(now);
    int found = happened.size() - before;
    while (happened.size() > KEPT) {
      happened.removeLast();
    }
    return found;
  }

  /** When subscriptions have to be looked at again. */
  Stream<Instant> due() {
    return vault.storage().subscriptions().page(Set.of(), ALL).items().stream()
        .map(subscription -> subscription.standing().dueAt())
        .flatMap(Stream::ofNullable);
  }

  private void payments() {
    for (Payment payment : vault.storage().payments().newest(ALL).items()) {
      if (paid.add(payment.saleId() + payment.status())) {
        add(
            new Happening(
                payment.paidAt(),
                Kind.PAYMENT,
                email(payment.user()),
                word(payment.status()),
                payment.amount().toString(),
                ""));
      }
    }
  }

  private void states(Instant now) {
    for (Subscription subscription : vault.storage().subscriptions().page(Set.of(), ALL).items()) {
      SubscriptionStatus status = subscription.status();
      if (known.put(subscription.publicId(), status) != status) {
        add(new Happening(now, Kind.STATE, email(subscription.user()), word(status), "", ""));
      }
    }
  }

  private void mails(Instant now) {
    List<Mail> newestFirst = mailbox.mails();
    for (int i = newestFirst.size() - mails - 1; i >= 0; i--) {
      Mail mail = newestFirst.get(i);
      mails++;
      add(new Happening(now, Kind.MAIL, mail.to(), "", mail.subject(), "/demo/mail/" + mails));
    }
  }

  private void add(Happening happening) {
    happened.addFirst(happening);
  }

  private static String word(Enum<?> state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private String email(UserId user) {
    return vault.users().find(user).map(found -> found.email().typed()).orElse("");
  }
}
