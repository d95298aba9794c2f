package com.truevault.peer;

import com.truevault.TrueVaultException;
import com.truevault.server.ServerKey;
import com.truevault.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the roster true: by what was noted and added, by time, and by walking past everybody every
 * five minutes, a page at each look, so that nothing else waits for it. Belongs to whoever issues.
 */
final class Watch {
  private static final Duration BETWEEN_WALKS = Duration.ofMinutes(5);

  private final Roster roster;
  private final ListTerms terms;
  private final Map<ServerKey, ListVersion> usedUp = new HashMap<>();
  private boolean isComplete;
  private boolean askedForProof;
  private boolean isWalking;
  private long walkedTo;
  private Instant walkedAt = Instant.MIN;

  Watch(Roster roster, ListTerms terms) {
    this.roster = roster;
    this.terms = terms;
  }

  /** Looks at everybody, unless that was done since the rules for all last changed. */
  void lookAtAllOnce(Instant now) {
    boolean asksForProof = terms.asksVipsForProof();
    if (!isComplete || askedForProof != asksForProof) {
      isComplete = false;
      roster.examineAll();
      isComplete = true;
      askedForProof = asksForProof;
      walkedAt = now;
    }
  }

  void look(Set<UserId> changed, Instant now) {
    changed.forEach(roster::examine);
    roster.examineNewcomers();
    roster.examineDue(now);
    walk(now);
  }

  /** Tells of devices that were left out since the last time; the next walk tells again. */
  void complain() {
    List<TrueVaultException> refusals = roster.takeRefusals();
    if (!refusals.isEmpty()) {
      TrueVaultException first = refusals.get(0);
      refusals.subList(1, refusals.size()).forEach(first::addSuppressed);
      throw first;
    }
  }

  /** From the version after that on, the list of that server needs no confirmation any more. */
  void useUp(ServerKey server, ListVersion version) {
    usedUp.put(server, version);
  }

  boolean isUsedUp(ServerKey server, ListVersion version) {
    return version.equals(usedUp.get(server));
  }

  private void walk(Instant now) {
    // A clock that was set back must not keep the walk from starting.
    boolean isDue = now.isBefore(walkedAt) || !now.isBefore(walkedAt.plus(BETWEEN_WALKS));
    if (!isWalking && isDue) {
      isWalking = true;
      walkedTo = 0;
      walkedAt = now;
    }
    if (isWalking) {
      walkedTo = roster.examineAfter(walkedTo);
      isWalking = walkedTo > 0;
    }
  }
}
