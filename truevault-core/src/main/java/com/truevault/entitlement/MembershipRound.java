package com.truevault.entitlement;

import com.truevault.entitlement.MembershipProjection.Sources;
import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.store.Transactions;
import com.truevault.user.User;
import com.truevault.user.UserId;
import com.truevault.user.UserStatus;

/**
 * Computes every membership anew, for what changes without a message: plan limits and other
 * settings. Safe to repeat, and for use by many threads.
 */
public final class MembershipRound {
  private static final int PAGE = 100;

  private final Sources sources;
  private final Transactions transactions;

  /** Goes round the given users. */
  public MembershipRound(Sources sources, Transactions transactions) {
    this.sources = sources;
    this.transactions = transactions;
  }

  /** Corrects whoever differs; returns how many. */
  public int run() {
    int corrected = 0;
    long after = 0;
    do {
      Page<User> page = sources.users().search("", new PageRequest(after, PAGE));
      for (User user : page.items()) {
        corrected += differs(user) && correct(user.id()) ? 1 : 0;
      }
      after = page.next();
    } while (after != 0);
    return corrected;
  }

  private boolean differs(User user) {
    return !sources.membership(user).equals(user.membership());
  }

  private boolean correct(UserId id) {
    return transactions.write(
        DataFile.USERS,
        () ->
            sources
                .users()
                .find(id)
                .filter(user -> user.membership().status() != UserStatus.DELETED)
                .map(user -> user.with(sources.membership(user)))
                .map(user -> sources.users().update(user, sources.clock().instant()))
                .orElse(false));
  }
}
