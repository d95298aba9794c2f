package com.truevault.user;

import java.time.Duration;

/**
 * Keeps anybody from filling a mailbox: an address gets three mails of a kind in an hour, whoever
 * asks for them. Safe for use by many threads.
 */
public final class MailQuota {
  private static final int MOST = 3;

  private final Throttle throttle;

  /** Counts with the given throttle. */
  public MailQuota(Throttle throttle) {
    this.throttle = throttle;
  }

  /** Whether one more mail may go there; counts it if so. */
  boolean admits(String kind, EmailAddress to) {
    return claim(kind, to).isZero();
  }

  /**
   * Demands that one more mail may go there.
   *
   * @throws TooManyAttemptsException with the time to wait
   */
  void demand(String kind, EmailAddress to) {
    Duration wait = claim(kind, to);
    if (!wait.isZero()) {
      throw new TooManyAttemptsException(
          wait,
          "this address got "
              + MOST
              + " such mails within the hour; look for them, also among unwanted mail, or try again"
              + " in "
              + Math.max(1, wait.toMinutes())
              + " minutes");
    }
  }

  private Duration claim(String kind, EmailAddress to) {
    return throttle.claim("mail-" + kind, to.canonical(), MOST);
  }
}
