package com.truevault.peer;

import com.truevault.user.UserId;
import java.util.Set;

/**
 * Whose access may have changed since lists were last issued.
 *
 * @param last up to which note this goes; 0 if there is none
 */
public record PeerChanges(long last, Set<UserId> users) {
  /** Nothing changed. */
  public static final PeerChanges NONE = new PeerChanges(0, Set.of());

  /** Copies the users. */
  public PeerChanges {
    users = Set.copyOf(users);
  }
}
