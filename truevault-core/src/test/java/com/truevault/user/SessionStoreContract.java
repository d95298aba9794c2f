package com.truevault.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.Storage;
import com.truevault.secret.TokenHash;
import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.testing.Corpus;
import com.truevault.testing.Race;
import com.truevault.testing.Undone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link SessionStore} does. */
public interface SessionStoreContract {
  Storage storage();

  private SessionStore sessions() {
    return storage().sessions();
  }

  private User user(String email) {
    return UserFixture.stored(storage(), email);
  }

  private Session add(User user, String publicId) {
    Session session = UserFixture.session(user, publicId);
    sessions().add(session);
    return session;
  }

  private List<String> of(User user) {
    return sessions().ofUser(user.id()).stream().map(Session::publicId).toList();
  }

  private static List<String> ids(Page<SignedIn> page) {
    return page.items().stream().map(found -> found.session().publicId()).toList();
  }

  @Test
  default void findsNothingAtFirst() {
    assertEquals(Optional.empty(), sessions().find(TokenHash.of("none")));
    assertEquals(List.of(), sessions().ofUser(new UserId(1)));
    assertEquals(List.of(), sessions().list(PageRequest.first()).items());
  }

  @Test
  default void findsASessionWithItsUserByTheHashOfItsSecret() {
    User user = user("one@example.com");
    Session session = add(user, "session-one");

    assertEquals(
        Optional.of(new SignedIn(session, user)),
        sessions().find(TokenHash.of("secret-session-one")));
    assertEquals(Optional.empty(), sessions().find(TokenHash.of("session-one")));
  }

  @Test
  default void showsTheUserAsTheyAreNow() {
    User user = user("one@example.com");
    add(user, "session-one");
    User blocked = user.blocked("abuse");
    storage().users().update(blocked, Corpus.MOMENT);

    assertEquals(blocked, sessions().find(TokenHash.of("secret-session-one")).orElseThrow().user());
  }

  @Test
  default void refusesASecondSessionOfTheSameSecretOrNameAndOneOfNobody() {
    User user = user("one@example.com");
    Session session = add(user, "session-one");

    assertThrows(RuntimeException.class, () -> sessions().add(session));
    storage().sessions().remove("session-one");
    Session stray =
        new Session(
            "session-two",
            new UserId(999),
            session.token(),
            session.origin(),
            session.createdAt(),
            session.expiresAt(),
            session.lastActivity());
    assertThrows(RuntimeException.class, () -> sessions().add(stray));
  }

  @Test
  default void addsASecretOnceFromManyThreads() {
    User user = user("one@example.com");

    Race race = Race.of(8, () -> add(user, "session-one"));

    assertEquals(1, race.successes());
    assertEquals(List.of("session-one"), of(user));
  }

  @Test
  default void listsAUsersSessionsNewestFirst() {
    User user = user("one@example.com");
    add(user, "session-b");
    add(user, "session-a");
    add(user("two@example.com"), "session-c");

    assertEquals(List.of("session-a", "session-b"), of(user));
  }

  @Test
  default void listsEverybodysPageByPage() {
    User user = user("one@example.com");
    List.of("session-b", "session-a", "session-c").forEach(id -> add(user, id));

    Page<SignedIn> first = sessions().list(new PageRequest(0, 2));
    Page<SignedIn> second = sessions().list(new PageRequest(first.next(), 2));

    assertEquals(List.of("session-b", "session-a"), ids(first));
    assertEquals(List.of("session-c"), ids(second));
    assertEquals(0, second.next());
  }

  @Test
  default void notesThatASessionWasUsed() {
    User user = user("one@example.com");
    add(user, "session-one");
    Instant later = Corpus.MOMENT.plusSeconds(600);

    sessions().touch(TokenHash.of("secret-session-one"), later);
    sessions().touch(TokenHash.of("none"), later);

    Session touched = sessions().ofUser(user.id()).get(0);
    assertEquals(later, touched.lastActivity());
    assertEquals(Corpus.MOMENT, touched.createdAt());
  }

  @Test
  default void endsASessionOfItsOwnerOnce() {
    User user = user("one@example.com");
    User other = user("two@example.com");
    add(user, "session-one");

    assertFalse(sessions().remove(other.id(), "session-one"));
    assertTrue(sessions().remove(user.id(), "session-one"));
    assertFalse(sessions().remove(user.id(), "session-one"));
    assertEquals(Optional.empty(), sessions().find(TokenHash.of("secret-session-one")));
  }

  @Test
  default void endsAnybodysSessionOnce() {
    User user = user("one@example.com");
    add(user, "session-one");

    assertTrue(sessions().remove("session-one"));
    assertFalse(sessions().remove("session-one"));
  }

  @Test
  default void endsAllSessionsOfAUserButOne() {
    User user = user("one@example.com");
    User other = user("two@example.com");
    List.of("session-a", "session-b", "session-c").forEach(id -> add(user, id));
    add(other, "session-d");

    assertEquals(2, sessions().removeOthers(user.id(), "session-b"));
    assertEquals(List.of("session-b"), of(user));
    assertEquals(1, sessions().removeOthers(user.id(), ""));
    assertEquals(0, sessions().removeOthers(user.id(), ""));
    assertEquals(List.of("session-d"), of(other));
  }

  @Test
  default void removesWhatExpired() {
    User user = user("one@example.com");
    Session session = add(user, "session-one");

    assertEquals(0, sessions().removeExpired(session.expiresAt().minusMillis(1)));
    assertEquals(1, sessions().removeExpired(session.expiresAt()));
    assertEquals(List.of(), of(user));
  }

  @Test
  default void keepsSessionsThroughARollback() {
    User user = user("one@example.com");
    add(user, "session-one");

    Undone.run(
        storage().transactions(),
        DataFile.USERS,
        () -> {
          sessions().removeOthers(user.id(), "");
          add(user, "session-two");
        });

    assertEquals(List.of("session-one"), of(user));
  }
}
