package com.truevault.user;

import com.truevault.secret.TokenHash;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sessions. Ended ones are removed, so what is found was not ended; it may have expired. */
public interface SessionStore {

  /** Adds a session. */
  void add(Session session);

  /** The session of that secret with its user, in one read. */
  Optional<SignedIn> find(TokenHash token);

  /** A user's sessions, newest first. */
  List<Session> ofUser(UserId user);

  /** All sessions by ascending row id, for administrators. */
  Page<SignedIn> list(PageRequest page);

  /** Notes that the session was used. */
  void touch(TokenHash token, Instant at);

  /** Ends one session of a user; false if there is none of that public id. */
  boolean remove(UserId user, String publicId);

  /** Ends one session of anybody; false if there is none of that public id. */
  boolean remove(String publicId);

  /** Ends every session of a user but one; an empty public id spares none. Returns how many. */
  int removeOthers(UserId user, String sparedPublicId);

  /** Removes what expired before that moment; returns how many. */
  int removeExpired(Instant now);
}
