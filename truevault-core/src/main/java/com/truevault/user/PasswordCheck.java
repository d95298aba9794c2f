package com.truevault.user;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.store.DataFile;
import com.truevault.store.Transactions;
import java.util.Optional;

/**
 * Verifies passwords with the same work and the same answer whether or not the user exists, slows
 * guessing down, and brings old hashes up to date. Safe for use by many threads.
 */
public final class PasswordCheck {
  private static final String BY_ADDRESS = "password";
  private static final String BY_NETWORK = "network";
  private static final String FORGIVEN = "forgiven";
  private static final int FREE_PER_NETWORK = 100;

  private final UserStore users;
  private final PasswordHasher hasher;
  private final Throttle throttle;
  private final Transactions transactions;
  private final Turnstile turns = new Turnstile();

  /** Looks passwords up in the given store. */
  public PasswordCheck(
      UserStore users, PasswordHasher hasher, Throttle throttle, Transactions transactions) {
    this.users = users;
    this.hasher = hasher;
    this.throttle = throttle;
    this.transactions = transactions;
  }

  /**
   * The user with that address and password.
   *
   * @param network where the attempt comes from
   * @throws TooManyAttemptsException if address or network failed too often
   */
  Optional<Verified> verify(EmailAddress email, String password, String network) {
    return turns.pass(email.canonical(), () -> verifyInTurn(email, password, network));
  }

  /**
   * The user as they are now, unless they were erased or got another password since. Call inside a
   * users transaction.
   */
  Optional<User> standing(Verified verified) {
    return users
        .credentials(verified.user().id())
        .filter(now -> now.passwordHash().equals(verified.passwordHash()))
        .flatMap(now -> users.find(verified.user().id()));
  }

  /**
   * Demands the password of somebody who is signed in.
   *
   * @throws TrueVaultException FORBIDDEN if it is wrong
   */
  public void demand(User user, String password) {
    if (verify(user.email(), password, user.publicId()).isEmpty()) {
      throw new TrueVaultException(
          ErrorKind.FORBIDDEN,
          "password-wrong",
          "the current password is not right; type it again or reset it");
    }
  }

  /** Lets somebody try again at once, after a reset by mail, whatever others did to block them. */
  void forgive(EmailAddress email) {
    throttle.succeeded(BY_ADDRESS, email.canonical());
    throttle.grantPass(FORGIVEN, email.canonical());
  }

  /** The hash of a new password. */
  String hash(String password) {
    return hasher.hash(password);
  }

  private Optional<Verified> verifyInTurn(EmailAddress email, String password, String network) {
    throttle.check(BY_ADDRESS, email.canonical());
    if (!throttle.hasPass(FORGIVEN, email.canonical())) {
      throttle.check(BY_NETWORK, network);
    }
    Optional<User> user = users.findByEmail(email);
    Optional<Credentials> credentials = user.flatMap(found -> users.credentials(found.id()));
    if (credentials.isEmpty()) {
      hasher.verifyNobody(password);
    } else if (hasher.verify(password, credentials.get().passwordHash())) {
      throttle.succeeded(BY_ADDRESS, email.canonical());
      throttle.succeeded(FORGIVEN, email.canonical());
      String hash = upToDate(user.orElseThrow(), credentials.get().passwordHash(), password);
      return Optional.of(new Verified(user.orElseThrow(), hash));
    }
    throttle.failed(BY_ADDRESS, email.canonical());
    throttle.failed(BY_NETWORK, network, FREE_PER_NETWORK);
    return Optional.empty();
  }

  private String upToDate(User user, String verified, String password) {
    if (!hasher.isOutdated(verified)) {
      return verified;
    }
    String renewed = hasher.hash(password);
    return transactions.write(DataFile.USERS, () -> replaced(user, verified, renewed))
        ? renewed
        : verified;
  }

  /** Only the hash that was verified gives way: a reset meanwhile must not be undone. */
  private boolean replaced(User user, String outdated, String renewed) {
    return users
        .credentials(user.id())
        .filter(now -> now.passwordHash().equals(outdated))
        .map(now -> users.update(user.id(), now.rehashed(renewed)))
        .orElse(false);
  }

  /** Somebody who presented the right password, and the hash that says so. */
  record Verified(User user, String passwordHash) {
    @Override
    public String toString() {
      return "Verified[" + user.publicId() + "]";
    }
  }
}
