package com.truevault.billing;

import static com.truevault.billing.SubscriptionFixture.ONE;
import static com.truevault.billing.SubscriptionFixture.TWO;
import static com.truevault.testing.Corpus.MOMENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.truevault.Storage;
import com.truevault.billing.Fact.CancelAsked;
import com.truevault.billing.Fact.Fee;
import com.truevault.billing.Fact.Sale;
import com.truevault.billing.Fact.SaleState;
import com.truevault.store.DataFile;
import com.truevault.testing.Corpus;
import com.truevault.testing.Race;
import com.truevault.testing.Undone;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link FactStore} does. */
public interface FactStoreContract {
  Storage storage();

  private FactStore facts() {
    return storage().facts();
  }

  private static Sale sale(String id) {
    return new Sale(id, SaleState.COMPLETED, Money.of("9.99", "USD"), MOMENT);
  }

  private static List<Fact> learned(List<FactStore.Recorded> recorded) {
    return recorded.stream().map(FactStore.Recorded::fact).toList();
  }

  @BeforeEach
  default void addSubscriptions() {
    storage().subscriptions().add(SubscriptionFixture.subscription());
    storage().subscriptions().add(SubscriptionFixture.another());
  }

  @Test
  default void givesBackEveryKindOfFactInTheOrderInWhichItWasLearned() {
    Set<String> keys = new HashSet<>();
    List<Fact> all = FactFormTest.facts().stream().filter(f -> keys.add(f.key())).toList();

    List<Fact> added = facts().add(ONE, all, MOMENT);

    assertEquals(all, added);
    assertEquals(all, learned(facts().of(ONE)));
    assertEquals(MOMENT, facts().of(ONE).get(0).recordedAt());
    assertEquals(List.of(), facts().of(TWO));
  }

  @Test
  default void givesBackTextAsItWas() {
    for (String text : Corpus.TEXTS) {
      Fact fact = new Fact.Review(ONE, text, MOMENT, text);
      assertEquals(List.of(fact), facts().add(ONE, List.of(fact), MOMENT));
    }

    assertEquals(
        Corpus.TEXTS, facts().of(ONE).stream().map(r -> ((Fact.Review) r.fact()).text()).toList());
  }

  @Test
  default void learnsAFactOnceHoweverOftenAndWithWhateverElseItIsTold() {
    facts().add(ONE, List.of(sale("a")), MOMENT);

    List<Fact> news =
        facts()
            .add(ONE, List.of(sale("b"), sale("a"), sale("b"), sale("c")), MOMENT.plusSeconds(1));

    assertEquals(List.of(sale("b"), sale("c")), news);
    assertEquals(List.of(sale("a"), sale("b"), sale("c")), learned(facts().of(ONE)));
    assertEquals(MOMENT, facts().of(ONE).get(0).recordedAt());
  }

  @Test
  default void keepsTheFirstOfTwoFactsOfOneKey() {
    Fact first = new CancelAsked(ONE, MOMENT, "too dear");
    facts().add(ONE, List.of(first), MOMENT);

    assertEquals(
        List.of(), facts().add(ONE, List.of(new CancelAsked(ONE, MOMENT, "again")), MOMENT));
    assertEquals(List.of(first), learned(facts().of(ONE)));
  }

  @Test
  default void keepsAKeyForOneSubscriptionAlone() {
    facts().add(ONE, List.of(sale("a")), MOMENT);

    assertEquals(List.of(), facts().add(TWO, List.of(sale("a")), MOMENT));
    assertEquals(List.of(), facts().of(TWO));
    assertEquals(Optional.of(ONE), facts().subscriptionOfSale("a"));
  }

  @Test
  default void findsTheSubscriptionOfASaleByWhateverNamesTheSale() {
    facts().add(TWO, List.of(new Fee("a", Money.of("0.50", "USD"), MOMENT)), MOMENT);

    assertEquals(Optional.of(TWO), facts().subscriptionOfSale("a"));
    assertEquals(Optional.empty(), facts().subscriptionOfSale("b"));
  }

  @Test
  default void refusesFactsOfASubscriptionThatIsNotThere() {
    assertThrows(
        RuntimeException.class, () -> facts().add("nobody-knows", List.of(sale("a")), MOMENT));
    assertEquals(Optional.empty(), facts().subscriptionOfSale("a"));
  }

  @Test
  default void tellsOneOfManyThreadsThatAFactIsNew() {
    AtomicInteger news = new AtomicInteger();

    Race.of(8, () -> news.addAndGet(facts().add(ONE, List.of(sale("a")), MOMENT).size()));

    assertEquals(1, news.get());
    assertEquals(1, facts().of(ONE).size());
  }

  @Test
  default void keepsNothingOfARolledBackTransaction() {
    Undone.run(
        storage().transactions(),
        DataFile.BILLING,
        () -> facts().add(ONE, List.of(sale("a")), MOMENT));

    assertEquals(List.of(), facts().of(ONE));
    assertEquals(List.of(sale("a")), facts().add(ONE, List.of(sale("a")), MOMENT));
  }
}
