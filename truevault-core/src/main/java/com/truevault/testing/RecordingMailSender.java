package com.truevault.testing;

import com.truevault.mail.Mail;
import com.truevault.mail.MailSender;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Keeps the newest mails instead of sending them. Safe for use by many threads. */
public final class RecordingMailSender implements MailSender {
  private static final int KEPT = 500;

  private final Deque<Mail> mails = new ArrayDeque<>();

  /** Has nothing yet. */
  public RecordingMailSender() {}

  @Override
  public synchronized void send(Mail mail) {
    mails.addFirst(mail);
    if (mails.size() > KEPT) {
      mails.removeLast();
    }
  }

  /** What would have been sent, newest first. */
  public synchronized List<Mail> mails() {
    return List.copyOf(mails);
  }

  /** The newest mail to an address. */
  public synchronized Optional<Mail> newestTo(String address) {
    return mails.stream().filter(mail -> mail.to().equalsIgnoreCase(address)).findFirst();
  }
}
