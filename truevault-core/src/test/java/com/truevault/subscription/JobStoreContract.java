package com.truevault.subscription;

import static com.truevault.billing.SubscriptionFixture.ONE;
import static com.truevault.billing.SubscriptionFixture.TWO;
import static com.truevault.testing.Corpus.MOMENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.Storage;
import com.truevault.billing.SubscriptionFixture;
import com.truevault.store.DataFile;
import com.truevault.testing.Corpus;
import com.truevault.testing.Race;
import com.truevault.testing.Undone;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link JobStore} does. */
public interface JobStoreContract {
  Storage storage();

  private JobStore jobs() {
    return storage().billingJobs();
  }

  private static Instant at(int second) {
    return MOMENT.plusSeconds(second);
  }

  private static Job job(String key, int dueSecond) {
    return new Job(
        key,
        JobKind.CANCEL,
        ONE,
        at(dueSecond),
        JobState.NEW,
        0,
        Map.of("requestId", "tv-" + key),
        "");
  }

  private static Job tried(Job job, JobState state, int dueSecond) {
    return new Job(
        job.key(),
        job.kind(),
        job.subscription(),
        at(dueSecond),
        state,
        job.attempts() + 1,
        Map.of("requestId", "another"),
        "no answer");
  }

  @BeforeEach
  default void addSubscriptions() {
    storage().subscriptions().add(SubscriptionFixture.subscription());
    storage().subscriptions().add(SubscriptionFixture.another());
  }

  @Test
  default void givesBackEveryKindStateAndValue() {
    for (JobKind kind : JobKind.values()) {
      for (JobState state : JobState.values()) {
        for (String text : Corpus.TEXTS) {
          String key = kind + "" + state + text;
          Job job = new Job(key, kind, TWO, MOMENT, state, 3, Map.of(text, text), text);
          assertTrue(jobs().add(job, MOMENT));
          assertEquals(Optional.of(job), jobs().find(key));
        }
      }
    }
    assertEquals(Optional.empty(), jobs().find("nothing"));
  }

  @Test
  default void addsAKeyOnceEvenAfterItIsDone() {
    Job job = job("cancel:a", 0);
    assertTrue(jobs().add(job, MOMENT));
    assertFalse(jobs().add(job("cancel:a", 9), MOMENT));

    Job done = tried(job, JobState.DONE, 0);
    jobs().update(done, MOMENT);

    assertFalse(jobs().add(job, MOMENT));
    assertEquals(Optional.of(done), jobs().find("cancel:a"));
  }

  @Test
  default void addsForOneOfManyThreads() {
    Race race = Race.of(8, () -> assertTrue(jobs().add(job("cancel:a", 0), MOMENT)));

    assertEquals(1, race.successes());
  }

  @Test
  default void findsWhatIsDueTheLongestDueFirst() {
    Job late = job("late", 2);
    Job early = job("early", 1);
    Job done = job("done", 0);
    List.of(late, early, done, job("later", 3)).forEach(job -> jobs().add(job, MOMENT));
    jobs().update(tried(done, JobState.DONE, 0), MOMENT);

    assertEquals(List.of(early, late), jobs().due(at(2), 9));
    assertEquals(List.of(early), jobs().due(at(2), 1));
    assertEquals(List.of(), jobs().due(at(0), 9));
  }

  @Test
  default void waitsForTheNextAttempt() {
    Job job = job("cancel:a", 0);
    jobs().add(job, MOMENT);
    Job again = tried(job, JobState.NEW, 60);

    jobs().update(again, at(1));

    assertEquals(List.of(), jobs().due(at(59), 9));
    assertEquals(List.of(again), jobs().due(at(60), 9));
  }

  @Test
  default void listsWhatAPersonHasToLookAt() {
    Job first = job("first", 9);
    Job second = job("second", 1);
    jobs().add(first, MOMENT);
    jobs().add(second, MOMENT);
    jobs().add(job("third", 1), MOMENT);
    Job dead = tried(first, JobState.DEAD, 9);
    Job alsoDead = tried(second, JobState.DEAD, 1);
    jobs().update(alsoDead, MOMENT);
    jobs().update(dead, MOMENT);

    assertEquals(List.of(dead, alsoDead), jobs().dead());
  }

  @Test
  default void listsASubscriptionsWorkOldestFirst() {
    Job first = job("first", 9);
    Job second = job("second", 1);
    jobs().add(first, MOMENT);
    jobs().add(second, MOMENT);

    assertEquals(List.of(first, second), jobs().of(ONE));
    assertEquals(List.of(), jobs().of(TWO));
  }

  @Test
  default void refusesWorkForASubscriptionThatIsNotThere() {
    Job lost = new Job("k", JobKind.CHECK, "nobody-knows", MOMENT, JobState.NEW, 0, Map.of(), "");

    assertThrows(RuntimeException.class, () -> jobs().add(lost, MOMENT));
    assertEquals(Optional.empty(), jobs().find("k"));
  }

  @Test
  default void keepsNothingOfARolledBackTransaction() {
    Job kept = job("kept", 0);
    jobs().add(kept, MOMENT);

    Undone.run(
        storage().transactions(),
        DataFile.BILLING,
        () -> {
          jobs().add(job("lost", 0), MOMENT);
          jobs().update(tried(kept, JobState.DONE, 0), MOMENT);
        });

    assertEquals(List.of(kept), jobs().of(ONE));
    assertTrue(jobs().add(job("lost", 0), MOMENT));
  }
}
