package com.truevault.web.admin;

import com.truevault.entitlement.Entitlement;
import com.truevault.user.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a user may connect, with the evidence each reason rests on. */
public record WhyJson(
    boolean allowed,
    @Nullable Plan plan,
    int deviceLimit,
    boolean seesVipServers,
    List<EvidenceJson> reasons) {

  static WhyJson from(Entitlement entitlement) {
    return new WhyJson(
        entitlement.allowed(),
        entitlement.plan(),
        entitlement.deviceLimit(),
        entitlement.seesVipServers(),
        entitlement.reasons().stream()
            .map(reason -> new EvidenceJson(reason.code(), reason.text(), reason.evidence()))
            .toList());
  }

  /** One reason in words, and the rows and dates behind it. */
  public record EvidenceJson(String code, String text, String evidence) {}
}
