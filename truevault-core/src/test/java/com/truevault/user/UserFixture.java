package com.truevault.user;

import com.truevault.Storage;
import com.truevault.secret.TokenHash;
import com.truevault.testing.Corpus;
import com.truevault.user.Credentials.Link;
import java.time.Duration;

/** Users as storages get them. */
public final class UserFixture {
  /** What somebody has who never subscribed. */
  public static final User.Membership NEWCOMER =
      new User.Membership(false, Plan.PERSONAL, UserStatus.PENDING, 0);

  private UserFixture() {}

  /** A customer of that address. */
  public static NewUser customer(String email) {
    return called(email, "Alex", "Example");
  }

  /** A customer of that address and name. */
  public static NewUser called(String email, String first, String last) {
    EmailAddress address = EmailAddress.of(email);
    return new NewUser(
        TokenHash.of(address.canonical()).value().substring(0, 26),
        address,
        new User.Name(first, last),
        Role.CUSTOMER,
        NEWCOMER,
        Credentials.ofPassword("$argon2id$of-" + address.canonical()),
        Corpus.MOMENT);
  }

  /** Stores a customer of that address. */
  public static User stored(Storage storage, String email) {
    UserId id = storage.users().add(customer(email));
    return storage.users().find(id).orElseThrow();
  }

  /** A session of that user; its secret is {@code secret-} and the public id. */
  public static Session session(User user, String publicId) {
    return new Session(
        publicId,
        user.id(),
        TokenHash.of("secret-" + publicId),
        new Session.Origin("192.0.2.0/24", "Browser \"1.0\""),
        Corpus.MOMENT,
        Corpus.MOMENT.plus(Duration.ofDays(7)),
        Corpus.MOMENT);
  }

  /** A link for that secret. */
  public static Link link(String secret) {
    return new Link(TokenHash.of(secret), Corpus.MOMENT.plus(Duration.ofHours(1)));
  }
}
