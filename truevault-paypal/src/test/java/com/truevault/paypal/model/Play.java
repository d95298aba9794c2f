package com.truevault.paypal.model;

import com.truevault.TrueVaultException;
import com.truevault.billing.BillingCycle;
import com.truevault.billing.BillingStatus;
import com.truevault.billing.Money;
import com.truevault.billing.ProviderStatus;
import com.truevault.billing.Subscription;
import com.truevault.paypal.testing.ChargeOutcome;
import com.truevault.paypal.testing.Disorder;
import com.truevault.paypal.testing.FakeDispute;
import com.truevault.paypal.testing.FakeSale;
import com.truevault.paypal.testing.FakeSubscription;
import com.truevault.paypal.testing.Oddity;
import com.truevault.subscription.PlanChanges;
import com.truevault.subscription.Subscriptions.Started;
import com.truevault.user.Plan;
import com.truevault.user.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Plays commands in a house, and watches what must hold at every moment. */
final class Play {
  private static final List<Duration> TIMES =
      List.of(
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofHours(12),
          Duration.ofHours(30),
          Duration.ofDays(2),
          Duration.ofDays(4),
          Duration.ofDays(6),
          Duration.ofDays(12),
          Duration.ofDays(28),
          Duration.ofDays(40));
  private static final List<Duration> PACES =
      List.of(Duration.ofHours(8), Duration.ofDays(1), Duration.ofDays(2), Duration.ofDays(3));
  private static final List<String> REASONS =
      List.of("PAYER_CANNOT_PAY", "PAYMENT_DENIED", "PAYER_CANNOT_PAY", "PAYEE_ACCOUNT_RESTRICTED");
  private static final List<String> COMPLAINTS =
      List.of("OTHER", "UNAUTHORISED", "CANCELED_RECURRING_BILLING", "DUPLICATE_TRANSACTION");

  final House house;
  final List<String> breaches = new ArrayList<>();
  private final List<User> users = new ArrayList<>();
  private final Map<Integer, List<String>> asked = new HashMap<>();
  private final Map<String, String> ended = new HashMap<>();

  Play(long seed, int customers) {
    house = new House(seed);
    house.pace(PACES.get(Math.floorMod(seed, PACES.size())));
    for (int i = 0; i < customers; i++) {
      users.add(house.customer("user" + i));
      asked.put(i, new ArrayList<>());
    }
  }

  List<User> users() {
    return users.stream().map(user -> house.vault().users().require(user.publicId())).toList();
  }

  void run(List<Command> commands) {
    for (Command command : commands) {
      house.safely(() -> play(command));
      endedStaysEnded(command);
    }
    house.calm();
    endedStaysEnded(null);
  }

  private void endedStaysEnded(@Nullable Command after) {
    for (Subscription row : house.rows()) {
      boolean isOver = row.standing().status() == BillingStatus.ENDED;
      if (ended.containsKey(row.publicId()) && !isOver) {
        breaches.add(
            "I20: "
                + row.publicId()
                + " came back after "
                + ended.get(row.publicId())
                + " by "
                + after);
      }
      if (isOver) {
        ended.putIfAbsent(row.publicId(), String.valueOf(row.standing().endReason()));
      }
    }
  }

  private void play(Command command) {
    int who = command.who();
    int size = command.size();
    switch (command.kind()) {
      case SUBSCRIBE ->
          start(who, () -> house.vault().subscriptions().start(user(who), plan(size), cycle(size)));
      case RESUME -> start(who, () -> house.vault().subscriptions().resume(user(who)));
      case APPROVE -> approve(who, size);
      case CANCEL -> tried(() -> house.vault().subscriptions().cancel(user(who), "enough"));
      case WITHDRAW -> tried(() -> house.vault().subscriptions().withdraw(user(who)));
      case CANCEL_AT_PAYPAL -> running(who).ifPresent(one -> house.fake.buyer().cancel(one.id()));
      case CHANGE_PLAN -> start(who, () -> changePlan(who, size));
      case ADVANCE -> house.advance(TIMES.get(size % TIMES.size()));
      case FAIL -> fail(who, size);
      case PAY_SLOWLY ->
          running(who)
              .ifPresent(
                  one ->
                      house
                          .fake
                          .buyer()
                          .script(
                              one.id(),
                              List.of(ChargeOutcome.pending(Duration.ofDays(3), size % 3 > 0))));
      case REFUND_A_PART, REFUND_ALL -> refund(command);
      case REVERSE -> lastSale(who).ifPresent(sale -> house.fake.seller().reverse(sale.id()));
      case DISPUTE ->
          lastSale(who)
              .ifPresent(
                  sale ->
                      house
                          .fake
                          .buyer()
                          .dispute(sale.id(), COMPLAINTS.get(size % COMPLAINTS.size())));
      case RESOLVE -> resolve(size);
      case DISORDER ->
          house.fake.disorder(new Disorder(size % 101, 1 + size % 3, Duration.ofHours(size % 73)));
      case ORDER -> house.fake.disorder(Disorder.NONE);
      case FAULTS -> house.fake.failAtRandom(size % 30);
      case NO_FAULTS -> house.fake.failAtRandom(0);
      case OUTAGE -> outage(size);
      case CRASH -> house.crash.after(size % 40);
      case RESTART -> house.restart();
      case ODDITIES -> house.fake.oddities(oddities(size));
    }
  }

  private void start(int who, Supplier<Started> opening) {
    tried(
        () -> {
          String id = opening.get().subscription().gatewayId();
          if (id != null) {
            asked.getOrDefault(who, new ArrayList<>()).add(id);
          }
        });
  }

  private void approve(int who, int size) {
    List<String> open = asked.getOrDefault(who, List.of());
    if (!open.isEmpty()) {
      int newest = open.size() - 1;
      house.fake.buyer().approve(open.get(size % 5 == 0 ? size % open.size() : newest));
    }
  }

  private Started changePlan(int who, int size) {
    PlanChanges changes = house.vault().planChanges();
    Money price = changes.preview(user(who), plan(size), cycle(size)).then().price();
    return changes.change(user(who), plan(size), cycle(size), price);
  }

  private void fail(int who, int size) {
    running(who)
        .ifPresent(
            one ->
                house
                    .fake
                    .buyer()
                    .failNext(one.id(), 1 + size % 3, REASONS.get(size / 3 % REASONS.size())));
  }

  private void refund(Command command) {
    lastSale(command.who())
        .ifPresent(
            sale -> {
              long minor =
                  command.kind() == Command.Kind.REFUND_ALL
                      ? sale.left()
                      : Math.max(1, sale.left() / 3);
              house.fake.seller().refund(sale.id(), new Money(minor, sale.gross().currency()));
            });
  }

  private void resolve(int size) {
    List<FakeDispute> open = house.fake.disputes().stream().filter(FakeDispute::isOpen).toList();
    if (!open.isEmpty()) {
      house
          .fake
          .seller()
          .resolve(
              open.get(size % open.size()).id(),
              size % 2 == 0 ? "RESOLVED_SELLER_FAVOUR" : "RESOLVED_BUYER_FAVOUR");
    }
  }

  private void outage(int size) {
    house.fake.down(true);
    house.advance(Duration.ofHours(1 + size % 29));
    house.fake.down(false);
  }

  private Optional<FakeSubscription> running(int who) {
    Set<String> ours = new TreeSet<>(asked.getOrDefault(who, List.of()));
    return house.fake.subscriptions().stream()
        .filter(one -> ours.contains(one.id()) && one.status() == ProviderStatus.ACTIVE)
        .reduce((first, second) -> second);
  }

  private Optional<FakeSale> lastSale(int who) {
    Set<String> ours = new TreeSet<>(asked.getOrDefault(who, List.of()));
    return house.fake.sales().stream()
        .filter(sale -> ours.contains(sale.subscription()) && sale.left() > 0)
        .filter(sale -> sale.at().plus(Duration.ofDays(180)).isAfter(house.clock.instant()))
        .reduce((first, second) -> second);
  }

  private User user(int who) {
    return house.vault().users().require(users.get(who).publicId());
  }

  private static void tried(Runnable wish) {
    try {
      wish.run();
    } catch (TrueVaultException refused) {
      // Refusing is as good an answer as any.
    }
  }

  private static Plan plan(int size) {
    List<Plan> all = List.of(Plan.values());
    return all.get(size % all.size());
  }

  private static BillingCycle cycle(int size) {
    return size % 7 == 0 ? BillingCycle.YEARLY : BillingCycle.MONTHLY;
  }

  private static Set<Oddity> oddities(int size) {
    Set<Oddity> some = EnumSet.noneOf(Oddity.class);
    int bits = size;
    for (Oddity oddity : Oddity.values()) {
      if (bits % 2 == 1) {
        some.add(oddity);
      }
      bits /= 2;
    }
    return some;
  }
}
