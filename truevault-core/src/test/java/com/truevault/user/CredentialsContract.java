package com.truevault.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.Storage;
import com.truevault.secret.TokenHash;
import com.truevault.store.DataFile;
import com.truevault.store.PageRequest;
import com.truevault.testing.Corpus;
import com.truevault.testing.Race;
import com.truevault.testing.Undone;
import com.truevault.user.Credentials.SecondFactor;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every {@link UserStore} does with what proves who somebody is, and with erased users. */
public interface CredentialsContract {
  TokenHash CODE = TokenHash.of("code");

  Storage storage();

  private UserStore users() {
    return storage().users();
  }

  private User add(String email) {
    return UserFixture.stored(storage(), email);
  }

  private Credentials credentials(User user) {
    return users().credentials(user.id()).orElseThrow();
  }

  @Test
  default void hasNoCredentialsOfNobody() {
    UserId nobody = new UserId(999);

    assertEquals(Optional.empty(), users().credentials(nobody));
    assertFalse(users().update(nobody, Credentials.ofPassword("hash")));
    assertFalse(users().useRecoveryCode(nobody, CODE, Corpus.MOMENT));
    assertFalse(users().erase(nobody, Corpus.MOMENT));
  }

  @Test
  default void keepsTheLinkThatASignUpStartsWith() {
    NewUser user = UserFixture.customer("one@example.com");
    Credentials wanted = user.credentials().verifying(UserFixture.link("welcome"), null);
    UserId id =
        users()
            .add(
                new NewUser(
                    user.publicId(),
                    user.email(),
                    user.name(),
                    user.role(),
                    user.membership(),
                    wanted,
                    user.createdAt()));

    assertEquals(Optional.of(wanted), users().credentials(id));
    assertEquals(Optional.of(id), users().findByVerification(TokenHash.of("welcome")));
    assertEquals(Optional.empty(), users().findByReset(TokenHash.of("welcome")));
  }

  @Test
  default void givesBackEveryPartOfTheCredentials() {
    User user = add("one@example.com");
    for (SecondFactor factor :
        List.of(
            new SecondFactor("sealed:k:pending", false, 0),
            new SecondFactor("sealed:k:active", true, 59_000_000))) {
      Credentials wanted =
          new Credentials(
              "new-hash",
              UserFixture.link("verify"),
              UserFixture.link("reset"),
              EmailAddress.of("next@example.com"),
              factor);

      assertTrue(users().update(user.id(), wanted));

      assertEquals(wanted, credentials(user));
      assertEquals(Optional.of(user.id()), users().findByReset(TokenHash.of("reset")));
    }
  }

  @Test
  default void forgetsWhatIsTakenAway() {
    User user = add("one@example.com");
    users()
        .update(
            user.id(),
            new Credentials(
                "h",
                UserFixture.link("v"),
                UserFixture.link("r"),
                EmailAddress.of("next@example.com"),
                new SecondFactor("sealed:k:x", true, 1)));

    users().update(user.id(), Credentials.ofPassword("h"));

    assertEquals(Credentials.ofPassword("h"), credentials(user));
    assertEquals(Optional.empty(), users().findByVerification(TokenHash.of("v")));
    assertEquals(Optional.empty(), users().findByReset(TokenHash.of("r")));
  }

  @Test
  default void keepsCredentialsThroughARollback() {
    User user = add("one@example.com");
    Credentials before = credentials(user);

    Undone.run(
        storage().transactions(),
        DataFile.USERS,
        () -> {
          users().update(user.id(), Credentials.ofPassword("lost"));
          users().replaceRecoveryCodes(user.id(), List.of(CODE));
        });

    assertEquals(before, credentials(user));
    assertFalse(users().useRecoveryCode(user.id(), CODE, Corpus.MOMENT));
  }

  @Test
  default void usesARecoveryCodeUpOnce() {
    User user = add("one@example.com");
    User other = add("two@example.com");
    users().replaceRecoveryCodes(user.id(), List.of(CODE, TokenHash.of("second")));

    assertFalse(users().useRecoveryCode(other.id(), CODE, Corpus.MOMENT));
    assertFalse(users().useRecoveryCode(user.id(), TokenHash.of("wrong"), Corpus.MOMENT));
    assertTrue(users().useRecoveryCode(user.id(), CODE, Corpus.MOMENT));
    assertFalse(users().useRecoveryCode(user.id(), CODE, Corpus.MOMENT));
    assertTrue(users().useRecoveryCode(user.id(), TokenHash.of("second"), Corpus.MOMENT));
  }

  @Test
  default void usesARecoveryCodeUpOnceFromManyThreads() {
    User user = add("one@example.com");
    users().replaceRecoveryCodes(user.id(), List.of(CODE));
    AtomicInteger used = new AtomicInteger();

    Race.of(
        8,
        () -> {
          if (users().useRecoveryCode(user.id(), CODE, Corpus.MOMENT)) {
            used.incrementAndGet();
          }
        });

    assertEquals(1, used.get());
  }

  @Test
  default void voidsReplacedRecoveryCodes() {
    User user = add("one@example.com");
    users().replaceRecoveryCodes(user.id(), List.of(CODE));
    users().replaceRecoveryCodes(user.id(), List.of(TokenHash.of("other")));

    assertFalse(users().useRecoveryCode(user.id(), CODE, Corpus.MOMENT));
    users().replaceRecoveryCodes(user.id(), List.of());
    assertFalse(users().useRecoveryCode(user.id(), TokenHash.of("other"), Corpus.MOMENT));
  }

  @Test
  default void erasesEverythingPersonal() {
    User user = add("one@example.com");
    storage().sessions().add(UserFixture.session(user, "session-one"));
    users().replaceRecoveryCodes(user.id(), List.of(CODE));
    users().update(user.id(), credentials(user).resetting(UserFixture.link("r")));
    users().update(user.blocked("abuse").leaving(Corpus.MOMENT), Corpus.MOMENT);

    assertTrue(users().erase(user.id(), Corpus.MOMENT));

    User left = users().find(user.id()).orElseThrow();
    assertEquals(UserStatus.DELETED, left.membership().status());
    assertEquals("", left.name().full());
    assertNotEquals(user.email(), left.email());
    assertEquals(Optional.empty(), users().credentials(user.id()));
    assertEquals(Optional.empty(), users().findByReset(TokenHash.of("r")));
    assertEquals(List.of(), storage().sessions().ofUser(user.id()));
    assertFalse(users().useRecoveryCode(user.id(), CODE, Corpus.MOMENT));
  }

  @Test
  default void findsErasedUsersByIdAlone() {
    User user = add("one@example.com");
    users().update(user.leaving(Corpus.MOMENT), Corpus.MOMENT);
    users().erase(user.id(), Corpus.MOMENT);

    assertEquals(Optional.empty(), users().findByEmail(user.email()));
    assertEquals(Optional.empty(), users().findByPublicId(user.publicId()));
    assertEquals(List.of(), users().search("", PageRequest.first()).items());
    assertEquals(List.of(), users().deletionDue(Corpus.MOMENT, 10));
    assertEquals(0, users().count());
  }

  @Test
  default void erasesOnceAndForGood() {
    User user = add("one@example.com");
    users().erase(user.id(), Corpus.MOMENT);

    assertFalse(users().erase(user.id(), Corpus.MOMENT));
    assertFalse(users().update(user, Corpus.MOMENT));
    assertFalse(users().update(user.id(), Credentials.ofPassword("back")));
  }

  @Test
  default void givesAnErasedAddressToSomebodyNewUnderANewId() {
    User gone = add("one@example.com");
    users().erase(gone.id(), Corpus.MOMENT);

    UserId fresh =
        users()
            .add(
                new NewUser(
                    "another-public-id",
                    gone.email(),
                    gone.name(),
                    gone.role(),
                    gone.membership(),
                    Credentials.ofPassword("h"),
                    Corpus.MOMENT));

    assertNotEquals(gone.id(), fresh);
  }
}
