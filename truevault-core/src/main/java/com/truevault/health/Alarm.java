package com.truevault.health;

import com.truevault.server.ServerKey;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something is wrong with a server, or was. A server has at most one open alarm of each kind.
 *
 * @param detail what was seen, at most 1,000 characters; longer ones are cut
 * @param raisedAt since when it has been so
 * @param clearedAt until when it was so; null while it is
 */
public record Alarm(
    ServerKey server,
    AlarmKind kind,
    String detail,
    Instant raisedAt,
    @Nullable Instant clearedAt) {
  private static final int LONGEST = 1000;

  /** Cuts what is too long to be kept. */
  public Alarm {
    detail = detail.length() > LONGEST ? detail.substring(0, LONGEST) : detail;
  }

  /** An open one. */
  public static Alarm open(ServerKey server, AlarmKind kind, String detail, Instant since) {
    return new Alarm(server, kind, detail, since, null);
  }

  /** The alarm when it is over. */
  public Alarm cleared(Instant at) {
    return new Alarm(server, kind, detail, raisedAt, at);
  }

  /** Whether it is not over. */
  public boolean isOpen() {
    return clearedAt == null;
  }

  /** How long it has lasted, or did. */
  public Duration duration(Instant now) {
    return Duration.between(raisedAt, clearedAt == null ? now : clearedAt);
  }

  /** Whether this is about the same thing. */
  public boolean concerns(ServerKey key, AlarmKind about) {
    return server.equals(key) && kind == about;
  }
}
