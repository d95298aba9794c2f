package com.truevault.benchmarks;

import com.truevault.Storage;
import com.truevault.billing.BillingCycle;
import com.truevault.billing.Money;
import com.truevault.billing.Standing;
import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionStatus;
import com.truevault.store.DataFile;
import com.truevault.user.Credentials;
import com.truevault.user.EmailAddress;
import com.truevault.user.NewUser;
import com.truevault.user.Plan;
import com.truevault.user.Role;
import com.truevault.user.User;
import com.truevault.user.UserStatus;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Puts paying users straight into the stores, for hashing passwords is not what is measured. */
final class Customers {
  private static final int DEVICES = 10;

  private final Storage storage;
  private int made;

  Customers(Storage storage) {
    this.storage = storage;
    this.made = Math.toIntExact(storage.users().count());
  }

  List<User> add(int count) {
    Instant now = Instant.now();
    int first = made;
    made += count;
    List<User> users =
        storage
            .transactions()
            .write(
                DataFile.USERS,
                () -> IntStream.range(first, made).mapToObj(i -> user(i, now)).toList());
    pay(users, now);
    return users;
  }

  void pay(List<User> users, Instant now) {
    storage
        .transactions()
        .run(
            DataFile.BILLING,
            () -> users.forEach(user -> storage.subscriptions().add(paid(user, now))));
  }

  private User user(int number, Instant now) {
    NewUser user =
        new NewUser(
            "customer-%08d".formatted(number),
            EmailAddress.of("customer" + number + "@example.com"),
            User.Name.of("Customer", String.valueOf(number)),
            Role.CUSTOMER,
            new User.Membership(false, Plan.FAMILY, UserStatus.ACTIVE, DEVICES),
            Credentials.ofPassword("nobody signs in"),
            now);
    return storage.users().find(storage.users().add(user)).orElseThrow();
  }

  private static Subscription paid(User user, Instant now) {
    return new Subscription(
            "subscription-" + user.id().value(),
            user.id(),
            "I-" + user.id().value(),
            Plan.FAMILY,
            Money.of("14.99", "USD"),
            BillingCycle.MONTHLY,
            SubscriptionStatus.PENDING,
            now,
            null,
            null,
            "",
            Standing.NEW)
        .activated(now);
  }
}
