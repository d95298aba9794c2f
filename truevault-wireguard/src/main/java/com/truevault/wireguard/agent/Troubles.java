package com.truevault.wireguard.agent;

import com.truevault.agent.Refusal;
import com.truevault.agent.RefusalKind;
import com.truevault.peer.ListVersion;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is wrong at the moment, one trouble for each area; each is logged when it comes or goes. */
final class Troubles {
  /** Where something may be wrong, the worst first. */
  enum Area {
    INTERFACE,
    LIST,
    DISK,
    PEERS,
    AGE
  }

  private final Map<Area, Refusal> current = new EnumMap<>(Area.class);
  private final Consumer<String> log;

  Troubles(Consumer<String> log) {
    this.log = log;
  }

  /** The worst; null if nothing is wrong. */
  @Nullable Refusal worst() {
    return current.values().stream().findFirst().orElse(null);
  }

  /** Returns whether that is news. */
  boolean note(Area area, Refusal refusal) {
    Refusal before = current.put(area, refusal);
    boolean isNews =
        before == null
            || before.kind() != refusal.kind()
            || !Objects.equals(before.version(), refusal.version());
    if (isNews) {
      log.accept(
          refusal.kind().name().toLowerCase(java.util.Locale.ROOT) + ": " + refusal.detail());
    }
    return isNews;
  }

  boolean note(
      Area area, RefusalKind kind, @Nullable String detail, @Nullable ListVersion version) {
    return note(area, new Refusal(kind, detail == null ? "without a reason" : detail, version));
  }

  void clear(Area area) {
    Refusal before = current.remove(area);
    if (before != null) {
      log.accept("over: " + before.kind().name().toLowerCase(java.util.Locale.ROOT));
    }
  }
}
