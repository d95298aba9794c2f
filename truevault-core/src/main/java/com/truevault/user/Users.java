package com.truevault.user;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.audit.AuditLog;
import com.truevault.mail.Mails;
import com.truevault.outbox.Effects;
import com.truevault.outbox.Outgoing;
import com.truevault.secret.TokenHash;
import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.text.PlainText;
import com.truevault.user.Credentials.Link;
import com.truevault.user.User.Membership;
import com.truevault.user.User.Name;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Registers, finds and changes users. Safe for use by many threads. */
public final class Users {
  /** The topic that tells of a registration; its payload names {@code email}. */
  public static final String TOPIC = "user.registered";

  /** The topic that tells of a user shut out or let in; its payload names {@code user}. */
  public static final String ACCESS_TOPIC = "user.access-changed";

  private static final Membership NEWCOMER =
      new Membership(false, Plan.PERSONAL, UserStatus.PENDING, 0);

  private final UserStore store;
  private final PasswordCheck passwords;
  private final PasswordPolicy policy;
  private final Mails mails;
  private final Effects effects;
  private final MailQuota quota;

  /** Keeps users in the given store. */
  public Users(UserStore store, PasswordCheck passwords, PasswordPolicy policy, Outbound outbound) {
    this.store = store;
    this.passwords = passwords;
    this.policy = policy;
    this.mails = outbound.mails();
    this.effects = outbound.effects();
    this.quota = outbound.quota();
  }

  /**
   * Adds a customer.
   *
   * @throws EmailTakenException if the address is in use; do not show this to strangers, see {@link
   *     #signUp}
   * @throws TrueVaultException INVALID if the password would be guessed
   */
  public User register(Registration registration) {
    return add(registration, Role.CUSTOMER, "anonymous");
  }

  /**
   * Adds a customer, or tells the owner of the address that somebody tried. Who calls cannot tell
   * which: the work, the time and the answer are the same.
   */
  public void signUp(Registration registration) {
    try {
      register(registration);
    } catch (EmailTakenException e) {
      store.findByEmail(registration.email()).ifPresent(this::tellOwner);
    }
  }

  /** Adds an administrator, on behalf of whoever runs the host. */
  public User registerAdministrator(Registration registration) {
    return add(registration, Role.ADMINISTRATOR, "system");
  }

  /** The user of that id. */
  public Optional<User> find(UserId id) {
    return store.find(id);
  }

  /** The user of that address. */
  public Optional<User> findByEmail(EmailAddress email) {
    return store.findByEmail(email);
  }

  /**
   * The user whom URLs call that.
   *
   * @throws TrueVaultException NOT_FOUND if there is none
   */
  public User require(String publicId) {
    return store
        .findByPublicId(publicId)
        .orElseThrow(
            () ->
                new TrueVaultException(
                    ErrorKind.NOT_FOUND, "user-not-found", "no such user; search for the address"));
  }

  /** Users whose address or name holds the text; empty text finds all. */
  public Page<User> search(String text, PageRequest page) {
    return store.search(PlainText.optionalLine("search", text, 200), page);
  }

  /** How many users there are. */
  public long count() {
    return store.count();
  }

  /** Changes how a user is called. */
  public User rename(User user, Name name) {
    return change(user, user.publicId(), "user.renamed", Map.of(), now -> now.named(name));
  }

  /** Shuts a user out of the tunnels; signing in stays possible. */
  public User block(String actor, User user, String reason) {
    String line = PlainText.line("reason", reason, 200);
    return change(user, actor, "user.blocked", Map.of("reason", line), now -> now.blocked(line));
  }

  /** Lets a blocked user in again. */
  public User unblock(String actor, User user) {
    return change(user, actor, "user.unblocked", Map.of(), now -> now.blocked(null));
  }

  /** Changes the row as it stands inside the transaction: what others changed since is kept. */
  private User change(
      User user,
      String actor,
      String action,
      Map<String, String> detail,
      UnaryOperator<User> change) {
    return effects.write(
        DataFile.USERS,
        out -> {
          User before = store.find(user.id()).orElseThrow(Users::gone);
          User changed = change.apply(before);
          if (!store.update(changed, effects.now())) {
            throw gone();
          }
          AuditLog.note(out, actor, action, user.publicId(), detail);
          if (!Objects.equals(before.blockedReason(), changed.blockedReason())) {
            out.send(ACCESS_TOPIC, user.publicId(), Map.of("user", user.id().toString()));
          }
          return changed;
        });
  }

  private User add(Registration registration, Role role, String actor) {
    policy.check(registration.password(), registration.email(), registration.name());
    String hash = passwords.hash(registration.password());
    String secret = effects.random().secret();
    Link link = new Link(TokenHash.of(secret), effects.now().plus(Addresses.LINK_LIFE));
    NewUser user =
        new NewUser(
            effects.random().id(),
            registration.email(),
            registration.name(),
            role,
            NEWCOMER,
            Credentials.ofPassword(hash).verifying(link, null),
            effects.now());
    return effects.write(
        DataFile.USERS,
        out -> {
          UserId id = store.add(user);
          welcome(out, actor, user, secret);
          return store.find(id).orElseThrow();
        });
  }

  private void welcome(Outgoing out, String actor, NewUser user, String secret) {
    AuditLog.note(out, actor, "user.registered", user.publicId(), Map.of());
    out.send(TOPIC, user.publicId(), Map.of("email", user.email().canonical()));
    mails.queue(
        out, user.email().deliverable(), "welcome", user.name().full(), "/verify?token=" + secret);
  }

  /** Sends what a registration sends, to the same files, so that time does not tell them apart. */
  private void tellOwner(User owner) {
    effects.run(
        DataFile.USERS,
        out -> {
          AuditLog.note(out, "anonymous", "user.registered-again", owner.publicId(), Map.of());
          out.send(TOPIC, owner.publicId(), Map.of("email", owner.email().canonical()));
          if (quota.admits("already-registered", owner.email())) {
            mails.queue(
                out,
                owner.email().deliverable(),
                "already-registered",
                owner.name().full(),
                "/sign-in");
          } else {
            mails.pretend(out, "already-registered");
          }
        });
  }

  private static TrueVaultException gone() {
    return new TrueVaultException(
        ErrorKind.NOT_FOUND, "user-not-found", "the user is gone; reload the list");
  }
}
