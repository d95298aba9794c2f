package com.truevault.web.billing;

import com.truevault.subscription.PlanChange;
import java.time.Instant;
import java.util.List;

/**
 * What another plan or cycle would mean. Nothing is charged in between.
 *
 * @param holdsFrom when the plan and its device limit change
 * @param chargedFrom when the new price is charged first
 * @param deviceLimit of the new plan
 * @param surplusDevices names of the devices that would be switched off then, newest first
 */
public record PlanChangeJson(
    TermsJson now,
    TermsJson then,
    PlanChange.Kind kind,
    Instant holdsFrom,
    Instant chargedFrom,
    int deviceLimit,
    List<String> surplusDevices) {
  static PlanChangeJson from(PlanChange change) {
    return new PlanChangeJson(
        TermsJson.from(change.now()),
        TermsJson.from(change.then()),
        change.kind(),
        change.holdsFrom(),
        change.chargedFrom(),
        change.deviceLimit(),
        change.surplus());
  }
}
