package com.truevault.web.page.customer;

import com.truevault.entitlement.Entitlement;
import com.truevault.web.page.Messages;

/**
 * How many devices there are and may be.
 *
 * @param refusal why no further device may be added now, empty if one may
 * @param full whether that is because all places are taken
 * @param way what helps
 */
public record Room(int used, int limit, String refusal, boolean full, Step way) {
  /** The room that an entitlement leaves. */
  public static Room of(Entitlement entitlement, int used, Messages messages, String support) {
    int limit = entitlement.deviceLimit();
    if (!entitlement.allowed()) {
      Step way = Standing.refused(entitlement).next(messages, support);
      return new Room(used, limit, entitlement.summary(), false, way);
    }
    boolean full = used >= limit;
    String refusal = full ? messages.text("closed.full", used, limit) : "";
    return new Room(used, limit, refusal, full, new Step(messages.text("closed.larger"), "/plan"));
  }

  /** Whether a further device may be added. */
  public boolean open() {
    return refusal.isEmpty();
  }
}
