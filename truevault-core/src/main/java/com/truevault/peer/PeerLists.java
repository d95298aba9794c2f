package com.truevault.peer;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.audit.AuditLog;
import com.truevault.outbox.Effects;
import com.truevault.outbox.Outgoing;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.server.ServerStore;
import com.truevault.setting.Settings;
import com.truevault.store.DataFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Who may connect to which server: one full list for each, which its agent pulls. A host calls
 * {@link #publish} several times a second; nothing is built or written while nothing changes. Safe
 * for use by many threads.
 */
public final class PeerLists implements AutoCloseable {
  private final Stores stores;
  private final Watch watch;
  private final Rolls rolls;
  private final ListTerms terms;
  private final NodeKeys keys;
  private final Effects effects;
  private final Waiters waiters = new Waiters();
  // One at a time decides what comes next; what was published is read by anybody.
  private final ReentrantLock issuing = new ReentrantLock();
  private volatile Map<ServerKey, Published> published = Map.of();
  private Map<ServerKey, IssuedList> remembered = Map.of();
  private long epoch;

  /** Publishes from what is stored. */
  public PeerLists(
      Stores stores, PeerSources sources, ListTerms terms, NodeKeys keys, Effects effects) {
    Roster roster = new Roster(sources);
    this.stores = stores;
    this.watch = new Watch(roster, terms);
    this.rolls = new Rolls(roster);
    this.terms = terms;
    this.keys = keys;
    this.effects = effects;
  }

  /**
   * Where lists are remembered and for whom they are.
   *
   * @param folderGeneration which generation of the data folder is open
   */
  public record Stores(PeerListStore lists, ServerStore servers, LongSupplier folderGeneration) {}

  private record Published(PeerList list, Trail trail) {}

  /**
   * What is issued, and why.
   *
   * @param seen up to which note changes were looked at
   * @param witness notes who asked for it, in the transaction that does it
   */
  private record Act(long seen, Map<ServerKey, Shrinkage> confirmed, Consumer<Outgoing> witness) {
    static final Map<ServerKey, Shrinkage> NONE = Map.of();
  }

  /**
   * Looks at what changed and issues the lists that say something else than before.
   *
   * @throws TrueVaultException after all is done, if devices were left out as their secrets do not
   *     open
   */
  public void publish() {
    issuing.lock();
    try {
      begin();
      PeerChanges changes = stores.lists().changes();
      watch.look(changes.users(), effects.now());
      issue(new Act(changes.last(), Act.NONE, out -> {}));
      watch.complain();
    } finally {
      issuing.unlock();
    }
  }

  /** The newest list of a server; absent before the first {@link #publish} that knew of it. */
  public Optional<PeerList> current(ServerKey server) {
    return Optional.ofNullable(published.get(server)).map(Published::list);
  }

  /**
   * The newest list of a server, published now if there is none yet.
   *
   * @throws TrueVaultException NOT_FOUND if there is no such server
   */
  public PeerList require(ServerKey server) {
    if (current(server).isEmpty()) {
      publish();
    }
    return current(server).orElseThrow(() -> notIssued(server));
  }

  /**
   * Waits, on no thread, until the newest list is another than the known one.
   *
   * @param known null if any list is news
   * @return completes with true on news, at once if there is some already; with false after the
   *     longest time, or when the vault is closed
   */
  public CompletableFuture<Boolean> awaitNews(
      ServerKey server, @Nullable ListVersion known, Duration longest) {
    return waiters.add(
        server,
        longest,
        () -> current(server).filter(list -> !list.version().equals(known)).isPresent());
  }

  /** How many are waiting now. */
  public int waiting() {
    return waiters.count();
  }

  /**
   * Since when there has been another list than the one an agent has.
   *
   * @param applied null if it has none
   * @return null if it has the newest, or if there is none
   */
  public @Nullable Instant behindSince(ServerKey server, @Nullable ListVersion applied) {
    Published newest = published.get(server);
    if (newest == null || newest.list().version().equals(applied)) {
      return null;
    }
    return newest.trail().newerThan(applied);
  }

  /**
   * Confirms that the newest list of a server is meant to be as short as it is.
   *
   * @param version of the list that was looked at
   * @throws TrueVaultException NOT_FOUND if the server has no list, CONFLICT if it has a newer one
   */
  public void confirmShrinkage(String actor, ServerKey server, ListVersion version) {
    issuing.lock();
    try {
      begin();
      IssuedList newest = remembered.get(server);
      if (newest == null) {
        throw notIssued(server);
      }
      if (!newest.version().equals(version)) {
        throw new TrueVaultException(
            ErrorKind.CONFLICT,
            "list-changed",
            "the list is " + newest.version() + " by now, not " + version + "; look at it again");
      }
      Shrinkage word = new Shrinkage(actor, effects.now(), newest.peers());
      Map<String, String> detail =
          Map.of("version", version.toString(), "peers", Integer.toString(newest.peers()));
      issue(
          new Act(
              0,
              Map.of(server, word),
              out ->
                  AuditLog.note(out, actor, "list.shrinkage-confirmed", server.value(), detail)));
    } finally {
      issuing.unlock();
    }
  }

  /** Issues all lists anew, so that agents take them for newer than any they have. */
  public void raiseEpoch(String actor) {
    issuing.lock();
    try {
      begin();
      beginEpoch(actor, epoch);
      issue(new Act(0, Act.NONE, out -> {}));
    } finally {
      issuing.unlock();
    }
  }

  /** Takes note that an agent has a list: a confirmation it was in is used up. */
  public void applied(ServerKey server, ListVersion version) {
    Published newest = published.get(server);
    if (newest != null
        && newest.list().confirmed() != null
        && newest.list().version().equals(version)) {
      issuing.lock();
      try {
        watch.useUp(server, version);
      } finally {
        issuing.unlock();
      }
    }
  }

  /** Lets everybody go who waits; nobody waits from now on. */
  @Override
  public void close() {
    waiters.close();
  }

  /** Nothing is issued before everybody was looked at. */
  private void begin() {
    if (epoch == 0) {
      recall();
    }
    watch.lookAtAllOnce(effects.now());
  }

  private void recall() {
    Map<ServerKey, IssuedList> rows = new HashMap<>();
    stores.lists().all().forEach(row -> rows.put(row.server(), row));
    remembered = rows;
    ListEpoch known = stores.lists().epoch().orElse(null);
    if (known != null && known.folderGeneration() == stores.folderGeneration().getAsLong()) {
      epoch = known.number();
    } else {
      beginEpoch(Settings.SYSTEM, known == null ? 0 : known.number());
    }
  }

  /** The first is 1; later ones follow the time, so that two restores never share one. */
  private void beginEpoch(String actor, long before) {
    long number = before == 0 ? 1 : Math.max(before + 1, effects.now().getEpochSecond());
    long folder = stores.folderGeneration().getAsLong();
    effects.run(
        DataFile.SERVERS,
        out -> {
          stores.lists().put(new ListEpoch(number, folder));
          if (before > 0) {
            AuditLog.note(out, actor, "list.epoch-raised", Long.toString(number), Map.of());
          }
        });
    epoch = number;
  }

  private void issue(Act act) {
    Instant now = effects.now();
    Map<ServerKey, IssuedList> next = new HashMap<>();
    List<PeerList> news = new ArrayList<>();
    for (Issue issue : issues(act)) {
      ServerKey server = issue.server().key();
      IssuedList before = remembered.get(server);
      IssuedList after = issue.following(before, epoch, now);
      next.put(server, after);
      if (!after.equals(before) || !published.containsKey(server)) {
        news.add(issue.list(after));
      }
    }
    List<IssuedList> changed =
        next.values().stream()
            .filter(after -> !after.equals(remembered.get(after.server())))
            .toList();
    if (act.seen() > 0 || !changed.isEmpty()) {
      effects.run(
          DataFile.SERVERS,
          out -> {
            changed.forEach(stores.lists()::put);
            stores.lists().forget(act.seen());
            act.witness().accept(out);
          });
    }
    remembered = next;
    show(news);
  }

  private List<Issue> issues(Act act) {
    List<Server> servers = stores.servers().all();
    Map<Server, Roll> known = rolls.of(servers, keys.probe().peer());
    List<Issue> issues = new ArrayList<>();
    known.forEach(
        (server, roll) ->
            issues.add(
                new Issue(
                    server,
                    roll,
                    terms.plan(server),
                    terms.removesForeign(),
                    confirmed(act, server.key()))));
    return issues;
  }

  private @Nullable Shrinkage confirmed(Act act, ServerKey server) {
    IssuedList before = remembered.get(server);
    if (act.confirmed().containsKey(server)) {
      return act.confirmed().get(server);
    }
    if (before == null || watch.isUsedUp(server, before.version())) {
      return null;
    }
    Shrinkage word = before.confirmed();
    return word == null || word.isStale(effects.now()) ? null : word;
  }

  private void show(List<PeerList> news) {
    if (news.isEmpty()) {
      return;
    }
    Map<ServerKey, Published> next = new HashMap<>(published);
    for (PeerList list : news) {
      next.merge(
          list.server(),
          new Published(list, Trail.startingAt(list)),
          (before, fresh) -> new Published(list, before.trail().and(list)));
    }
    published = Map.copyOf(next);
    news.forEach(list -> waiters.wake(list.server()));
  }

  private static TrueVaultException notIssued(ServerKey server) {
    return new TrueVaultException(
        ErrorKind.NOT_FOUND,
        "list-not-issued",
        "no list was issued for " + server + "; try again in a second");
  }
}
