package com.truevault.wireguard.doctor;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the panel answered.
 *
 * @param detail for people; no secret
 * @param now this machine's time at the answer
 * @param skew of this machine's clock from the panel's, positive if ahead; null if it did not say
 */
public record PanelVisit(Kind kind, String detail, Instant now, @Nullable Duration skew) {
  /** What became of the visit. */
  public enum Kind {
    /** It knows this agent. */
    WELCOME,
    /** This server was never enrolled. */
    NOT_ENROLLED,
    /** Nobody answered. */
    UNREACHABLE,
    /** Who answered could not prove to be the panel. */
    WRONG_CERTIFICATE,
    /** It does not know this agent. */
    REFUSED,
    /** It answered with something else. */
    ODD
  }
}
