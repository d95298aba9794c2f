package com.truevault.peer;

import com.truevault.TrueVaultException;
import com.truevault.device.Device;
import com.truevault.device.DeviceStore.Addition;
import com.truevault.device.PlanLimit;
import com.truevault.entitlement.Entitlement;
import com.truevault.user.User;
import com.truevault.user.UserId;
import com.truevault.wireguard.Peer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who may connect, kept in memory so that a change costs what one user costs. Whoever is
 * not here may not connect. Belongs to whoever holds the lock of the lists.
 */
final class Roster {
  private static final int PAGE = 200;

  private final PeerSources sources;
  private final NavigableMap<Long, Member> members = new TreeMap<>();
  private final List<Member> changed = new ArrayList<>();
  private final List<TrueVaultException> refusals = new ArrayList<>();
  private long seen;

  Roster(PeerSources sources) {
    this.sources = sources;
  }

  Collection<Member> members() {
    return members.values();
  }

  /** Members as they were before and as they are after all changes that were not taken yet. */
  List<Member> takeChanged() {
    List<Member> taken = List.copyOf(changed);
    changed.clear();
    return taken;
  }

  /** Why devices were left out that should be here: their secrets do not open. */
  List<TrueVaultException> takeRefusals() {
    List<TrueVaultException> taken = List.copyOf(refusals);
    refusals.clear();
    return taken;
  }

  /** Looks at everybody. */
  void examineAll() {
    seen = sources.devices().newest();
    long after = 0;
    do {
      after = examineAfter(after);
    } while (after > 0);
  }

  /**
   * Looks at some users behind the last one looked at, the next page in order.
   *
   * @return the last user looked at now; 0 at the end
   */
  long examineAfter(long after) {
    List<UserId> owners = sources.devices().owners(after, PAGE);
    long last = owners.size() < PAGE ? Long.MAX_VALUE : owners.get(owners.size() - 1).value();
    List<UserId> gone =
        members.subMap(after, false, last, true).keySet().stream()
            .map(UserId::new)
            .filter(user -> !owners.contains(user))
            .toList();
    owners.forEach(this::examine);
    gone.forEach(this::examine);
    return owners.size() < PAGE ? 0 : last;
  }

  /** Looks at those who added devices since, at each of them once. */
  void examineNewcomers() {
    Set<UserId> users = new LinkedHashSet<>();
    long last = seen;
    List<Addition> page;
    do {
      page = sources.devices().additions(last, PAGE);
      for (Addition addition : page) {
        users.add(addition.user());
        last = addition.number();
      }
    } while (page.size() == PAGE);
    users.forEach(this::examine);
    seen = last;
  }

  /** Looks at those whose answer time alone changes. */
  void examineDue(Instant now) {
    members.entrySet().stream()
        .filter(member -> member.getValue().isDue(now))
        .map(member -> new UserId(member.getKey()))
        .toList()
        .forEach(this::examine);
  }

  /** Looks at a user again. */
  void examine(UserId id) {
    Member before = members.get(id.value());
    Member after = member(id);
    if (before != null && (after == null || !after.givesTheSameAs(before))) {
      changed.add(before);
    }
    if (after != null && (before == null || !before.givesTheSameAs(after))) {
      changed.add(after);
    }
    if (after == null) {
      members.remove(id.value());
    } else {
      members.put(id.value(), after);
    }
  }

  private @Nullable Member member(UserId id) {
    User user = sources.users().find(id).orElse(null);
    Entitlement entitlement = user == null ? null : sources.entitlements().of(user);
    if (entitlement == null || !entitlement.allowed()) {
      return null;
    }
    List<Peer> peers = new ArrayList<>();
    PlanLimit limit = new PlanLimit(entitlement.deviceLimit());
    for (Device device : limit.carried(sources.devices().ofUser(id))) {
      Peer peer = peer(device);
      if (peer != null) {
        peers.add(peer);
      }
    }
    return peers.isEmpty() ? null : new Member(entitlement, List.copyOf(peers));
  }

  /** A device that cannot prove itself would be one that anybody can be: it is left out. */
  private @Nullable Peer peer(Device device) {
    try {
      String sealed = device.sealedPresharedKey();
      return new Peer(
          device.publicKey(),
          sealed == null ? null : sources.presharedKeys().open(device.id(), sealed),
          device.address().allowedIps());
    } catch (TrueVaultException e) {
      refusals.add(e);
      return null;
    }
  }
}
