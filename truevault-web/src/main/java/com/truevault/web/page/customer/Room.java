package com.truevault.web.page.customer;

import com.truevault.entitlement.Entitlement;
import com.truevault.web.page.Messages;

/**
 * How many devices there are and may be.
 *
 * @param refusal why no further device may be added now, empty if one may
 */
public record Room(int used, int limit, String refusal) {
  /** The room that an entitlement leaves. */
  public static Room of(Entitlement entitlement, int used, Messages messages) {
    String refusal = "";
    if (!entitlement.allowed()) {
      refusal = entitlement.summary();
    } else if (used >= entitlement.deviceLimit()) {
      refusal = messages.text("closed.full", used, entitlement.deviceLimit());
    }
    return new Room(used, entitlement.deviceLimit(), refusal);
  }

  /** Whether a further device may be added. */
  public boolean open() {
    return refusal.isEmpty();
  }
}
