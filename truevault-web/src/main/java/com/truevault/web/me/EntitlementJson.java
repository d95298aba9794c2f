package com.truevault.web.me;

import com.truevault.entitlement.Entitlement;
import com.truevault.user.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the user may connect, with what, and why. The first reason decided. */
public record EntitlementJson(
    boolean allowed, @Nullable Plan plan, int deviceLimit, List<ReasonJson> reasons) {

  static EntitlementJson from(Entitlement entitlement) {
    return new EntitlementJson(
        entitlement.allowed(),
        entitlement.plan(),
        entitlement.deviceLimit(),
        entitlement.reasons().stream()
            .map(reason -> new ReasonJson(reason.code(), reason.text()))
            .toList());
  }

  /** One reason in words for the user. */
  public record ReasonJson(String code, String text) {}
}
