package com.truevault.web.billing;

import com.truevault.billing.BillingCycle;
import com.truevault.user.Plan;
import com.truevault.web.http.Parameters;
import com.truevault.web.json.InvalidFieldsException;
import java.util.Arrays;

/** A plan and how it is paid, as a form or an address names them. */
public record PlanChoice(Plan plan, BillingCycle cycle) {

  /**
   * Reads the parameters {@code plan} and {@code cycle}.
   *
   * @throws InvalidFieldsException if one is missing or unknown
   */
  public static PlanChoice of(Parameters sent) {
    return new PlanChoice(
        one(Plan.values(), "plan", sent), one(BillingCycle.values(), "cycle", sent));
  }

  private static <E extends Enum<E>> E one(E[] values, String field, Parameters sent) {
    String wanted = sent.text(field);
    return Arrays.stream(values)
        .filter(value -> value.name().equalsIgnoreCase(wanted))
        .findFirst()
        .orElseThrow(() -> new InvalidFieldsException(field, "is not on offer"));
  }
}
