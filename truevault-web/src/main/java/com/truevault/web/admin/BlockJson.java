package com.truevault.web.admin;

import com.truevault.web.json.InvalidFieldsException;
import org.jspecify.annotations.Nullable;

/**
 * Whether a user is shut out of the tunnels; signing in stays possible.
 *
 * @param reason needed to block
 */
public record BlockJson(boolean blocked, @Nullable String reason) {
  String why() {
    if (reason == null) {
      throw new InvalidFieldsException("reason", "is missing; say why the user is blocked");
    }
    return reason;
  }
}
