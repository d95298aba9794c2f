package com.truevault.subscription;

import com.truevault.user.UserId;
import java.util.List;

/** What a smaller plan would switch off. Implementations are safe for use by many threads. */
@FunctionalInterface
public interface DevicesInUse {

  /** What a user's devices that are switched on are called, newest first. */
  List<String> newestFirst(UserId user);

  /** Those beyond a limit: the newest. */
  default List<String> beyond(UserId user, int limit) {
    List<String> names = newestFirst(user);
    return names.subList(0, Math.max(0, names.size() - limit));
  }
}
