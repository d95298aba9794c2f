package com.truevault.server;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.audit.AuditLog;
import com.truevault.entitlement.Entitlement;
import com.truevault.outbox.Effects;
import com.truevault.server.Server.State;
import com.truevault.store.DataFile;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Lists servers to those who may see them and lets administrators change them. Thread-safe. */
public final class Servers {
  /** The topic that voids stored configurations; its subject is the server's key. */
  public static final String TOPIC = "server.changed";

  private final ServerStore store;
  private final Troubles troubles;
  private final Effects effects;

  /** Keeps servers in the given store. */
  public Servers(ServerStore store, Troubles troubles, Effects effects) {
    this.store = store;
    this.troubles = troubles;
    this.effects = effects;
  }

  /** All servers, for administrators. */
  public List<Server> list() {
    return store.all();
  }

  /** The servers that somebody so entitled may use. */
  public List<Server> visibleTo(Entitlement entitlement) {
    return store.all().stream().filter(server -> server.isVisibleTo(entitlement)).toList();
  }

  /** The servers that everybody may see, for the public status page. */
  public List<Server> listed() {
    return store.all().stream()
        .filter(s -> s.state().active())
        .filter(s -> s.access().level() == AccessLevel.PUBLIC && s.access().dedicatedTo() == null)
        .toList();
  }

  /**
   * A server that somebody so entitled may use.
   *
   * @throws TrueVaultException NOT_FOUND alike for servers that are hidden and that are not there
   */
  public Server requireVisible(ServerKey key, Entitlement entitlement) {
    return store
        .find(key)
        .filter(server -> server.isVisibleTo(entitlement))
        .orElseThrow(Servers::unknown);
  }

  /**
   * A server that somebody so entitled may move to.
   *
   * @throws TrueVaultException NOT_FOUND as above, CONFLICT while the server is in trouble
   */
  public Server requireReady(ServerKey key, Entitlement entitlement) {
    Server server = requireVisible(key, entitlement);
    Instant since = inTrouble().get(key);
    if (since != null) {
      throw new TrueVaultException(
          ErrorKind.CONFLICT,
          "server-in-trouble",
          server.label().name()
              + " has not answered since "
              + since.truncatedTo(ChronoUnit.SECONDS)
              + "; choose another server");
    }
    return server;
  }

  /** The servers that customers should not be sent to now, each with since when. */
  public Map<ServerKey, Instant> inTrouble() {
    return troubles.current();
  }

  /**
   * Any server, for administrators.
   *
   * @throws TrueVaultException NOT_FOUND if there is none
   */
  public Server require(ServerKey key) {
    return store.find(key).orElseThrow(Servers::unknown);
  }

  /**
   * Adds a server.
   *
   * @throws ServerKeyTakenException if another has its key
   */
  public void add(String actor, Server server) {
    effects.run(
        DataFile.SERVERS,
        out -> {
          store.add(server, effects.now());
          AuditLog.note(out, actor, "server.added", server.key().value(), Map.of());
        });
  }

  /**
   * Replaces a server; stored configurations for it are written anew when next asked for. What
   * probes found out meanwhile is kept.
   */
  public void change(String actor, Server server) {
    effects.run(
        DataFile.SERVERS,
        out -> {
          Server before = require(server.key());
          State found = before.state();
          store.update(
              server.with(new State(server.state().active(), found.online(), found.lastPing())),
              effects.now());
          AuditLog.note(out, actor, "server.changed", server.key().value(), Map.of());
          if (server.changesConfigurations(before)) {
            out.send(TOPIC, server.key().value(), Map.of());
          }
        });
  }

  private static TrueVaultException unknown() {
    return new TrueVaultException(
        ErrorKind.NOT_FOUND, "server-not-found", "no such server; choose one from the list");
  }
}
