package com.truevault.user;

import com.truevault.secret.TokenHash;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Users and their credentials. E-mail addresses are unique by canonical form. */
public interface UserStore {

  /**
   * Adds a user.
   *
   * @throws EmailTakenException if the address is in use
   */
  UserId add(NewUser user);

  /** The user of that id. */
  Optional<User> find(UserId id);

  /** The user whom URLs call that. */
  Optional<User> findByPublicId(String publicId);

  /** The user of that address. */
  Optional<User> findByEmail(EmailAddress email);

  /** The user's credentials. */
  Optional<Credentials> credentials(UserId id);

  /** Whose open verification link has that hash. */
  Optional<UserId> findByVerification(TokenHash hash);

  /** Whose open reset link has that hash. */
  Optional<UserId> findByReset(TokenHash hash);

  /**
   * Users by ascending id.
   *
   * @param text part of the address or a name, any case; empty for all
   */
  Page<User> search(String text, PageRequest page);

  /** The administrators, by ascending id. */
  List<User> administrators();

  /** Users whose erasure is due. */
  List<User> deletionDue(Instant now, int limit);

  /** How many users there are. */
  long count();

  /**
   * Replaces everything of the user but the credentials; false if there is no such user.
   *
   * @throws EmailTakenException if the new address is in use
   */
  boolean update(User user, Instant at);

  /** Replaces the credentials; false if there is no such user. */
  boolean update(UserId id, Credentials credentials);

  /**
   * Erases everything personal: name, address, credentials, sessions, recovery codes. What stays is
   * a row of status DELETED that keeps the id from being used again; it is found by id alone.
   *
   * @return false if there is no such user or it is erased already
   */
  boolean erase(UserId id, Instant at);

  /** Replaces the recovery codes of a user. */
  void replaceRecoveryCodes(UserId id, List<TokenHash> codes);

  /** Uses a recovery code up; false if there is no unused one of that hash. */
  boolean useRecoveryCode(UserId id, TokenHash code, Instant at);
}
