package com.truevault.web.http;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that are unique over restarts and cost no random bytes for each request. */
final class RequestIds {
  private final String prefix;
  private final AtomicLong count = new AtomicLong();

  RequestIds(SecureRandom random) {
    prefix = Long.toString(random.nextLong(36L * 36 * 36 * 36 * 36 * 36), 36) + "-";
  }

  String next() {
    return prefix + Long.toString(count.incrementAndGet(), 36);
  }
}
