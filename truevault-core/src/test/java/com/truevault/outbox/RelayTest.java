package com.truevault.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.secret.RandomIds;
import com.truevault.store.DataFile;
import com.truevault.store.PageRequest;
import com.truevault.testing.Corpus;
import com.truevault.testing.InMemoryStorage;
import com.truevault.testing.SettableClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class RelayTest {
  private final InMemoryStorage storage = new InMemoryStorage();
  private final SettableClock clock = new SettableClock(Corpus.MOMENT);
  private final Relay relay = new Relay(storage.transactions(), storage.messages(), clock);
  private final Effects effects =
      new Effects(
          storage.transactions(),
          storage.messages(),
          relay,
          new RandomIds(new SecureRandom()),
          clock);
  private final List<String> applied = new ArrayList<>();
  private final List<String> witnessed = new ArrayList<>();
  private boolean broken;

  private MessageHandler handler(DataFile target, BiConsumer<Message, Outgoing> work) {
    return new MessageHandler() {
      @Override
      public String topic() {
        return "topic";
      }

      @Override
      public DataFile target() {
        return target;
      }

      @Override
      public void apply(Message message, Outgoing out) {
        work.accept(message, out);
      }
    };
  }

  private void handleByNoting() {
    relay.handle(handler(DataFile.MAIN, (message, out) -> note(message)));
  }

  private void note(Message message) {
    if (broken) {
      throw new IllegalStateException("the target is broken");
    }
    applied.add(message.subject());
  }

  private void send(String subject) {
    effects.run(DataFile.USERS, out -> out.send("topic", subject, Map.of("key", "value")));
  }

  private Delivery only() {
    return storage.messages().dead(DataFile.USERS, PageRequest.first()).items().get(0);
  }

  @Test
  void deliversAtOnceWhatWasCommitted() {
    handleByNoting();
    send("one");

    assertEquals(List.of("one"), applied);
    assertEquals(0, relay.deliverDue());
  }

  @Test
  void sendsNothingOfWorkThatFails() {
    handleByNoting();

    assertThrows(
        IllegalArgumentException.class,
        () ->
            effects.run(
                DataFile.USERS,
                out -> {
                  out.send("topic", "undone", Map.of());
                  throw new IllegalArgumentException("no");
                }));

    relay.deliverDue();
    assertEquals(List.of(), applied);
  }

  @Test
  void waitsTwiceAsLongAfterEachFailureUpToAnHour() {
    handleByNoting();
    broken = true;
    send("one");

    Duration pause = Duration.ofSeconds(1);
    for (int tried = 1; tried < Relay.MAX_ATTEMPTS; tried++) {
      Message message =
          storage.messages().due(DataFile.USERS, clock.instant().plus(pause), 1).get(0);
      Delivery delivery = storage.messages().find(DataFile.USERS, message.id()).orElseThrow();
      assertEquals(tried, delivery.attempts());
      assertEquals(clock.instant().plus(pause), delivery.nextAttemptAt());
      assertEquals("IllegalStateException: the target is broken", delivery.lastError());
      clock.advance(pause.minusMillis(1));
      assertEquals(0, relay.deliverDue());
      clock.advance(Duration.ofMillis(1));
      assertEquals(0, relay.deliverDue());
      pause = pause.multipliedBy(2);
      pause = pause.compareTo(Duration.ofHours(1)) > 0 ? Duration.ofHours(1) : pause;
    }
    assertEquals(Delivery.State.DEAD, only().state());
    assertEquals(Relay.MAX_ATTEMPTS, only().attempts());
  }

  @Test
  void appliesAMessageOnceTheTargetIsWellAgain() {
    handleByNoting();
    broken = true;
    send("one");
    send("two");
    broken = false;
    clock.advance(Duration.ofSeconds(1));

    assertEquals(2, relay.deliverDue());
    assertEquals(List.of("one", "two"), applied);
  }

  @Test
  void undoesWhatAFailingHandlerWroteTogetherWithItsInboxRow() {
    relay.handle(
        handler(
            DataFile.MAIN,
            (message, out) -> {
              storage.settings().update("site_name", "half done", clock.instant());
              note(message);
            }));
    broken = true;
    send("one");

    assertEquals("TrueVault VPN", siteName());
    broken = false;
    clock.advance(Duration.ofSeconds(1));
    relay.deliverDue();
    assertEquals("half done", siteName());
    assertEquals(List.of("one"), applied);
  }

  @Test
  void appliesAMessageExactlyOnceHoweverOftenItIsDelivered() {
    handleByNoting();
    Message message = new Message("id", "topic", "one", Map.of(), clock.instant());
    storage.messages().add(DataFile.USERS, message);

    for (int i = 0; i < 5; i++) {
      assertTrue(relay.deliver(DataFile.USERS, message));
    }

    assertEquals(List.of("one"), applied);
  }

  @Test
  void reachesEveryFileThatListensThoughOneOfThemFailsAtFirst() {
    handleByNoting();
    relay.handle(handler(DataFile.DEVICES, (message, out) -> applied.add("devices")));
    broken = true;
    send("one");
    broken = false;
    clock.advance(Duration.ofSeconds(1));
    relay.deliverDue();

    assertEquals(List.of("one", "devices"), applied);
  }

  @Test
  void sendsOnWhatAHandlerSendsAndOnlyOnce() {
    relay.handle(
        handler(
            DataFile.MAIN,
            (message, out) -> {
              if (message.subject().equals("first")) {
                out.send("topic", "second", Map.of());
              }
              applied.add(message.subject());
            }));
    send("first");
    clock.advance(Duration.ofDays(1));
    relay.deliverDue();

    assertEquals(List.of("first", "second"), applied);
  }

  @Test
  void givesUpOnATopicThatNobodyHandles() {
    send("one");
    for (int i = 0; i < Relay.MAX_ATTEMPTS; i++) {
      clock.advance(Duration.ofHours(1));
      relay.deliverDue();
    }

    assertEquals("IllegalStateException: nobody handles topic", only().lastError());
  }

  @Test
  void givesUpAtOnceWhatIsHopelessAndEndsEachRound() {
    relay.handle(
        new OutsideEffect() {
          @Override
          public String topic() {
            return "topic";
          }

          @Override
          public void apply(Message message) {
            throw new HopelessException("nobody-there", "nobody has this address", null);
          }

          @Override
          public void roundOver() {
            witnessed.add("over");
          }
        });
    send("one");
    relay.deliverDue();

    assertEquals(1, only().attempts());
    assertEquals("HopelessException: nobody has this address", only().lastError());
    assertEquals(List.of("over"), witnessed);
  }

  @Test
  void leavesAMessageAloneThatIsUnderWay() {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    relay.handle(
        new OutsideEffect() {
          @Override
          public String topic() {
            return "topic";
          }

          @Override
          public void apply(Message message) {
            entered.countDown();
            await(goOn);
            applied.add(message.subject());
          }
        });
    send("one");
    assertEquals(List.of(), applied, "what reaches outside waits for the next round");
    CompletableFuture<Integer> first = CompletableFuture.supplyAsync(relay::deliverDue);
    await(entered);

    assertEquals(0, relay.deliverDue());
    goOn.countDown();
    assertEquals(1, first.join());
    assertEquals(List.of("one"), applied);
  }

  @Test
  void refusesTwoHandlersOfOneTopicForOneFile() {
    handleByNoting();

    assertThrows(IllegalStateException.class, this::handleByNoting);
    relay.handle(handler(DataFile.SERVERS, (message, out) -> {}));
  }

  @Test
  void letsAnAdministratorRetryOrDiscardDeadMessages() {
    handleByNoting();
    broken = true;
    send("one");
    send("two");
    for (int i = 0; i < Relay.MAX_ATTEMPTS; i++) {
      clock.advance(Duration.ofHours(1));
      relay.deliverDue();
    }
    broken = false;
    Deliveries deliveries = deliveries();

    List<String> dead =
        deliveries.dead(DataFile.USERS, PageRequest.first()).items().stream()
            .map(delivery -> delivery.message().id())
            .toList();
    deliveries.retry("ada", DataFile.USERS, dead.get(0));
    deliveries.discard("ada", DataFile.USERS, dead.get(1));

    assertEquals(List.of("one"), applied);
    assertEquals(
        List.of(
            "ada message.retried " + dead.get(0) + " one",
            "ada message.discarded " + dead.get(1) + " two"),
        witnessed);
    assertEquals(List.of(), deliveries.dead(DataFile.USERS, PageRequest.first()).items());
    assertThrows(
        RuntimeException.class, () -> deliveries.retry("ada", DataFile.USERS, dead.get(0)));
    assertThrows(
        RuntimeException.class, () -> deliveries.discard("ada", DataFile.USERS, dead.get(1)));
  }

  @Test
  void repeatsNothingOfADeadMessageHoweverLateItIsRetried() {
    relay.handle(handler(DataFile.DEVICES, (message, out) -> applied.add("devices")));
    handleByNoting();
    broken = true;
    send("one");
    for (int i = 0; i < Relay.MAX_ATTEMPTS; i++) {
      clock.advance(Duration.ofHours(1));
      relay.deliverDue();
    }
    clock.advance(Duration.ofDays(400));
    Deliveries deliveries = deliveries();
    deliveries.purge();
    broken = false;

    deliveries.retry("ada", DataFile.USERS, only().message().id());
    assertEquals(List.of("devices", "one"), applied);

    clock.advance(Duration.ofDays(8));
    deliveries.purge();
    assertEquals(0, storage.messages().purgeAccepted(DataFile.DEVICES, clock.instant()));
  }

  @Test
  void tellsHowLongTheOldestMessageWaits() {
    handleByNoting();
    Deliveries deliveries = deliveries();
    assertEquals(Duration.ZERO, deliveries.lag());

    broken = true;
    send("one");
    clock.advance(Duration.ofMinutes(3));

    assertEquals(Duration.ofMinutes(3), deliveries.lag());
    assertFalse(applied.contains("one"));
  }

  private Deliveries deliveries() {
    return new Deliveries(
        storage.messages(),
        relay,
        effects,
        (out, actor, action, subject, detail) ->
            witnessed.add(actor + " " + action + " " + subject + " " + detail.get("about")));
  }

  private String siteName() {
    return storage.settings().all().stream()
        .filter(setting -> setting.key().equals("site_name"))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }
}
