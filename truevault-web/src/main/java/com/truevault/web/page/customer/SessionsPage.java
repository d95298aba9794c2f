package com.truevault.web.page.customer;

import com.truevault.user.Session;
import com.truevault.web.page.Words;
import java.time.Instant;
import java.util.List;

/** Where the user is signed in. */
public record SessionsPage(List<Line> sessions) {
  /** One session; the network is cut to what identifies no person. */
  public record Line(
      String id,
      String browser,
      String network,
      Instant startedAt,
      Instant lastUsedAt,
      boolean current) {}

  /**
   * The sessions as lines.
   *
   * @param current the public id of the one that asks; empty if it is none of them
   */
  public static List<Line> lines(List<Session> sessions, String current) {
    return sessions.stream()
        .map(
            session ->
                new Line(
                    session.publicId(),
                    Words.browser(session.origin().userAgent()),
                    session.origin().network(),
                    session.createdAt(),
                    session.lastActivity(),
                    session.publicId().equals(current)))
        .toList();
  }
}
