package com.truevault.web.session;

import java.time.Instant;

/** What programs send as {@code Authorization: Bearer TOKEN} from now on. */
public record TokenJson(String token, Instant expiresAt) {
  @Override
  public String toString() {
    return "TokenJson[until " + expiresAt + "]";
  }
}
