package com.truevault.setting;

import java.time.Instant;

/**
 * One row of settings.
 *
 * @param value the text; of a secret setting the sealed text or the empty string
 * @param description for the administrator
 */
public record Setting(String key, String value, String description, Instant updatedAt) {
  @Override
  public String toString() {
    return "Setting[" + key + "]";
  }
}
