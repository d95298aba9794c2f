package com.truevault.web.admin;

import com.truevault.agent.EnrolmentTokens;
import java.time.Instant;

/**
 * What an agent joins with.
 *
 * @param token works once; shown this once
 */
public record EnrolmentTokenJson(String token, Instant expiresAt) {

  static EnrolmentTokenJson from(EnrolmentTokens.Minted minted) {
    return new EnrolmentTokenJson(minted.token(), minted.expiresAt());
  }
}
