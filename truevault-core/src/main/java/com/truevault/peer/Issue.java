package com.truevault.peer;

import com.truevault.secret.TokenHash;
import com.truevault.server.Server;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the list of a server says now, before it has a version.
 *
 * @param confirmed null unless an administrator confirmed a sudden shrinkage
 */
record Issue(
    Server server,
    Roll roll,
    InterfacePlan plan,
    boolean removesForeign,
    @Nullable Shrinkage confirmed) {
  private static final Duration VALID = Duration.ofDays(3);
  private static final Duration FRESH = Duration.ofDays(1);

  /** What to remember: as before if the same list was issued today, else a newer version. */
  IssuedList following(@Nullable IssuedList before, long epoch, Instant now) {
    String hash = contentHash();
    if (before == null || before.version().epoch() != epoch) {
      return issued(new ListVersion(epoch, 1), hash, now);
    }
    boolean isSame =
        before.contentHash().equals(hash) && before.issuedAt().plus(FRESH).isAfter(now);
    return isSame ? before : issued(before.version().next(), hash, now);
  }

  /** The list as it is sent. */
  PeerList list(IssuedList remembered) {
    return new PeerList(
        server.key(),
        remembered.version(),
        remembered.issuedAt(),
        remembered.issuedAt().plus(VALID),
        plan,
        removesForeign,
        confirmed,
        roll.peers());
  }

  private IssuedList issued(ListVersion version, String hash, Instant now) {
    return new IssuedList(server.key(), version, hash, roll.peers().size(), now, confirmed);
  }

  private String contentHash() {
    return TokenHash.of(roll.hash() + plan + removesForeign + confirmed).value();
  }
}
