package com.truevault.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.Storage;
import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.testing.Corpus;
import com.truevault.testing.Race;
import com.truevault.testing.Undone;
import com.truevault.user.User.Membership;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link UserStore} does with users. */
public interface UserStoreContract {
  Storage storage();

  private UserStore users() {
    return storage().users();
  }

  private User add(String email) {
    return UserFixture.stored(storage(), email);
  }

  private List<String> search(String text) {
    return users().search(text, PageRequest.first()).items().stream()
        .map(user -> user.email().typed())
        .toList();
  }

  @Test
  default void findsNobodyAtFirst() {
    assertEquals(Optional.empty(), users().find(new UserId(1)));
    assertEquals(Optional.empty(), users().findByPublicId("nobody-at-all"));
    assertEquals(Optional.empty(), users().findByEmail(EmailAddress.of("a@example.com")));
    assertEquals(0, users().count());
  }

  @Test
  default void findsTheAdministratorsAmongTheUsers() {
    add("customer@example.com");
    List<UserId> administrators =
        Stream.of("b", "a")
            .map(
                name ->
                    users()
                        .add(
                            new NewUser(
                                "public-id-of-" + name,
                                EmailAddress.of(name + "@example.com"),
                                new User.Name("Kim", ""),
                                Role.ADMINISTRATOR,
                                new Membership(false, Plan.PERSONAL, UserStatus.PENDING, 0),
                                Credentials.ofPassword("hash"),
                                Corpus.MOMENT)))
            .toList();

    assertEquals(administrators, users().administrators().stream().map(User::id).toList());
    users().erase(administrators.get(0), Corpus.MOMENT);
    assertEquals(
        administrators.subList(1, 2), users().administrators().stream().map(User::id).toList());
  }

  @Test
  default void givesBackEveryPartOfAUser() {
    NewUser wanted =
        new NewUser(
            "public-id-of-user",
            EmailAddress.of("Kim.O'Brien+vpn@Example.COM"),
            new User.Name("Kim", ""),
            Role.ADMINISTRATOR,
            new Membership(true, Plan.BUSINESS, UserStatus.ACTIVE, 999),
            Credentials.ofPassword("hash"),
            Corpus.MOMENT);

    UserId id = users().add(wanted);

    User expected =
        new User(
            id,
            wanted.publicId(),
            wanted.email(),
            wanted.name(),
            wanted.role(),
            wanted.membership(),
            false,
            null,
            Corpus.MOMENT,
            null,
            null);
    assertEquals(Optional.of(expected), users().find(id));
    assertEquals(Optional.of(expected), users().findByPublicId("public-id-of-user"));
    User found = users().findByEmail(EmailAddress.of("kim.o'brien+VPN@example.com")).orElseThrow();
    assertEquals("Kim.O'Brien+vpn@Example.COM", found.email().typed());
  }

  @Test
  default void refusesTheSameAddressInAnyCase() {
    add("one@example.com");

    assertThrows(EmailTakenException.class, () -> add("ONE@Example.com"));
    assertEquals(1, users().count());
  }

  @Test
  default void addsAnAddressOnceFromManyThreads() {
    Race race = Race.of(8, () -> add("one@example.com"));

    assertEquals(1, race.successes());
    assertTrue(race.failures().stream().allMatch(EmailTakenException.class::isInstance));
    assertEquals(1, users().count());
  }

  @Test
  default void keepsNobodyOfARolledBackTransaction() {
    Undone.run(storage().transactions(), DataFile.USERS, () -> add("one@example.com"));

    assertEquals(0, users().count());
    add("one@example.com");
  }

  @Test
  default void keepsEveryCharacterOfAName() {
    for (int i = 0; i < Corpus.TEXTS.size(); i++) {
      String text = Corpus.TEXTS.get(i);
      UserId id = users().add(UserFixture.called("user" + i + "@example.com", text, text));
      assertEquals(new User.Name(text, text), users().find(id).orElseThrow().name());
    }
  }

  @Test
  default void replacesEverythingButTheCredentials() {
    User before = add("one@example.com");
    Instant later = Corpus.MOMENT.plusMillis(1);
    User after =
        new User(
            before.id(),
            before.publicId(),
            EmailAddress.of("Two@example.com"),
            new User.Name("Robin", "Ünlü"),
            Role.ADMINISTRATOR,
            new Membership(true, Plan.FAMILY, UserStatus.GRACE_PERIOD, 10),
            true,
            "abuse",
            before.createdAt(),
            later,
            later.plusMillis(1));

    assertTrue(users().update(after, later));

    assertEquals(Optional.of(after), users().find(before.id()));
    assertEquals(
        "$argon2id$of-one@example.com",
        users().credentials(before.id()).orElseThrow().passwordHash());
    assertTrue(users().findByEmail(before.email()).isEmpty());
  }

  @Test
  default void keepsEveryStatusAndPlan() {
    User user = add("one@example.com");

    for (UserStatus status : UserStatus.values()) {
      for (Plan plan : Plan.values()) {
        if (status != UserStatus.DELETED) {
          Membership membership = new Membership(false, plan, status, 3);
          users().update(user.with(membership), Corpus.MOMENT);
          assertEquals(membership, users().find(user.id()).orElseThrow().membership());
        }
      }
    }
  }

  @Test
  default void refusesAnAddressThatAnotherHas() {
    add("one@example.com");
    User two = add("two@example.com");

    assertThrows(
        EmailTakenException.class,
        () -> users().update(two.confirmed(EmailAddress.of("One@example.com")), Corpus.MOMENT));
    assertTrue(users().update(two.confirmed(EmailAddress.of("TWO@example.com")), Corpus.MOMENT));
  }

  @Test
  default void saysThatSomebodyUnknownIsNotThere() {
    User user = add("one@example.com");
    User nobody =
        new User(
            new UserId(999),
            "nobody-at-all",
            EmailAddress.of("x@example.com"),
            user.name(),
            user.role(),
            user.membership(),
            false,
            null,
            Corpus.MOMENT,
            null,
            null);

    assertFalse(users().update(nobody, Corpus.MOMENT));
    assertEquals(1, users().count());
  }

  @Test
  default void searchesAddressAndNameInAnyCase() {
    users().add(UserFixture.called("anna@example.com", "Anna", "Berg"));
    users().add(UserFixture.called("ben@example.org", "Ben", "Annan"));

    assertEquals(List.of("anna@example.com", "ben@example.org"), search(""));
    assertEquals(List.of("anna@example.com", "ben@example.org"), search("ANNA"));
    assertEquals(List.of("ben@example.org"), search("example.ORG"));
    assertEquals(List.of("anna@example.com"), search("a berg"));
    assertEquals(List.of(), search("nobody"));
  }

  @Test
  default void searchesForSignsAsTheyStand() {
    users().add(UserFixture.called("a_b@example.com", "100%", "x"));
    users().add(UserFixture.called("acb@example.com", "100", "x"));

    assertEquals(List.of("a_b@example.com"), search("a_b"));
    assertEquals(List.of("a_b@example.com"), search("%"));
    assertEquals(List.of(), search("\\"));
    assertEquals(List.of(), search("' or 1=1 --"));
  }

  @Test
  default void listsByAscendingIdPageByPage() {
    List.of("c@example.com", "a@example.com", "b@example.com").forEach(this::add);

    Page<User> first = users().search("", new PageRequest(0, 2));
    Page<User> second = users().search("", new PageRequest(first.next(), 2));

    assertEquals("c@example.com", first.items().get(0).email().typed());
    assertEquals("a@example.com", first.items().get(1).email().typed());
    assertEquals("b@example.com", second.items().get(0).email().typed());
    assertEquals(0, second.next());
  }

  @Test
  default void findsWhoIsToBeErased() {
    Instant due = Corpus.MOMENT;
    User late = add("late@example.com").leaving(due.plusMillis(1));
    User soon = add("soon@example.com").leaving(due);
    add("stays@example.com");
    users().update(late, due);
    users().update(soon, due);

    assertEquals(List.of(), users().deletionDue(due.minusMillis(1), 10));
    assertEquals(List.of(soon), users().deletionDue(due, 10));
    assertEquals(List.of(soon, late), users().deletionDue(due.plus(Duration.ofDays(1)), 10));
    assertEquals(List.of(soon), users().deletionDue(due.plus(Duration.ofDays(1)), 1));
  }
}
