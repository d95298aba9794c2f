package com.truevault.web.page.money;

import com.truevault.billing.BillingCycle;
import com.truevault.billing.BillingStatus;
import com.truevault.billing.Money;
import com.truevault.billing.Subscription;
import com.truevault.device.Device;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.user.User;
import com.truevault.web.page.PageKit;
import com.truevault.web.page.Tone;
import com.truevault.web.page.Words;
import com.truevault.web.page.money.MoneyPage.Margin;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each server brings and costs in a month. What a user pays is parted evenly among the servers
 * their devices use; who has no device counts nowhere.
 */
final class Margins {
  private static final Set<BillingStatus> PAYING =
      Set.of(BillingStatus.ACTIVE, BillingStatus.PAST_DUE);

  private final PageKit kit;
  private final Map<ServerKey, Map<Currency, Long>> income = new HashMap<>();
  private final Map<ServerKey, Integer> users = new HashMap<>();

  Margins(PageKit kit) {
    this.kit = kit;
  }

  List<Margin> lines() {
    long after = 0;
    do {
      Page<Subscription> page =
          kit.vault()
              .storage()
              .subscriptions()
              .page(PAYING, new PageRequest(after, PageRequest.MAX_LIMIT));
      page.items().forEach(this::share);
      after = page.next();
    } while (after != 0);
    return kit.vault().servers().list().stream().map(this::line).toList();
  }

  private void share(Subscription subscription) {
    Set<ServerKey> used = new HashSet<>();
    kit.vault()
        .storage()
        .users()
        .find(subscription.user())
        .map(this::servers)
        .ifPresent(used::addAll);
    Money price = subscription.price();
    int months = subscription.cycle() == BillingCycle.YEARLY ? 12 : 1;
    for (ServerKey server : used) {
      users.merge(server, 1, Integer::sum);
      income
          .computeIfAbsent(server, key -> new HashMap<>())
          .merge(price.currency(), price.minor() / months / used.size(), Long::sum);
    }
  }

  private List<ServerKey> servers(User user) {
    return kit.vault().devices().of(user).stream().map(Device::server).toList();
  }

  private Margin line(Server server) {
    List<Money> earned =
        income.getOrDefault(server.key(), Map.of()).entrySet().stream()
            .map(sum -> new Money(sum.getValue(), sum.getKey()))
            .toList();
    Money cost = server.hosting().costPerMonth();
    Money left = left(earned, cost);
    return new Margin(
        server.label().name(),
        "/admin/servers/" + server.key().value(),
        Words.number(users.getOrDefault(server.key(), 0)),
        Sums.text(earned),
        cost == null ? "–" : Words.price(cost),
        left == null ? "–" : Words.price(left),
        left != null && left.minor() < 0 ? Tone.BAD : Tone.GOOD);
  }

  private static @Nullable Money left(List<Money> earned, @Nullable Money cost) {
    boolean comparable =
        cost != null && earned.stream().allMatch(sum -> sum.currency().equals(cost.currency()));
    if (cost == null || !comparable) {
      return null;
    }
    long sum = earned.stream().mapToLong(Money::minor).sum();
    return new Money(sum - cost.minor(), cost.currency());
  }
}
