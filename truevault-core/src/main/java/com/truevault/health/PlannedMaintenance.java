package com.truevault.health;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.audit.AuditLog;
import com.truevault.outbox.Effects;
import com.truevault.server.ServerKey;
import com.truevault.store.DataFile;
import com.truevault.text.PlainText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says in advance when servers are worked on. Nobody is called for a server then, and what its
 * checks find counts for nothing. Safe for use by many threads.
 */
public final class PlannedMaintenance {
  private static final Duration LONGEST = Duration.ofDays(14);
  private static final int LONGEST_NOTE = 200;

  private final MaintenanceWindowStore store;
  private final Effects effects;

  /** Keeps windows in the given store. */
  public PlannedMaintenance(MaintenanceWindowStore store, Effects effects) {
    this.store = store;
    this.effects = effects;
  }

  /**
   * Plans maintenance.
   *
   * @param end after the start and the present, at most 14 days after the start
   * @param note for everybody to read, at most 200 characters; may be empty
   * @throws TrueVaultException INVALID if the span or the note is not like that
   */
  public MaintenanceWindow add(
      String actor, ServerKey server, Instant start, Instant end, String note) {
    if (!end.isAfter(start) || !end.isAfter(effects.now())) {
      throw invalid("maintenance must end after it starts, and after now: " + end);
    }
    if (end.isAfter(start.plus(LONGEST))) {
      throw invalid(
          "maintenance may last at most 14 days; take the server out of use instead: " + end);
    }
    MaintenanceWindow window =
        new MaintenanceWindow(
            effects.random().id(),
            server,
            start,
            end,
            PlainText.optionalLine("note", note, LONGEST_NOTE));
    return effects.write(
        DataFile.SERVERS,
        out -> {
          store.add(window);
          AuditLog.note(
              out,
              actor,
              "server.maintenance-planned",
              server.value(),
              Map.of("start", start.toString(), "end", end.toString()));
          return window;
        });
  }

  /** What is on now and what is to come, of all servers, by start. */
  public List<MaintenanceWindow> list() {
    return store.endingAfter(effects.now());
  }

  /** The servers that are being worked on now. */
  public Set<ServerKey> underWay() {
    Instant now = effects.now();
    return list().stream()
        .filter(window -> window.covers(now))
        .map(MaintenanceWindow::server)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Calls maintenance off, or ends it if it is on.
   *
   * @throws TrueVaultException NOT_FOUND if it is over or was never planned
   */
  public void cancel(String actor, String id) {
    effects.run(
        DataFile.SERVERS,
        out -> {
          MaintenanceWindow window =
              store
                  .find(id)
                  .filter(found -> found.end().isAfter(effects.now()))
                  .orElseThrow(PlannedMaintenance::unknown);
          if (window.start().isBefore(effects.now())) {
            store.update(window.endingAt(effects.now()));
          } else {
            store.remove(id);
          }
          AuditLog.note(
              out, actor, "server.maintenance-cancelled", window.server().value(), Map.of());
        });
  }

  private static TrueVaultException invalid(String message) {
    return new TrueVaultException(ErrorKind.INVALID, "maintenance-invalid", message);
  }

  private static TrueVaultException unknown() {
    return new TrueVaultException(
        ErrorKind.NOT_FOUND,
        "maintenance-not-found",
        "no such maintenance is planned; reload the list");
  }
}
