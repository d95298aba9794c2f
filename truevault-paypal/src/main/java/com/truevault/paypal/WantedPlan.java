package com.truevault.paypal;

import com.truevault.billing.BillingCycle;
import com.truevault.billing.Terms;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a plan at PayPal has to say to stand for terms of ours. */
record WantedPlan(String product, Terms terms) {
  private static final int THRESHOLD = 1;

  String name() {
    return "%s, %s".formatted(capital(terms.plan().name()), lower(terms.cycle().name()));
  }

  /** The same for the same plan, so that a repeated setup creates it once. */
  String requestId() {
    return "tv-plan-%s-%s-%d-%s-1"
        .formatted(
            lower(terms.plan().name()),
            lower(terms.cycle().name()),
            terms.price().minor(),
            terms.price().currency());
  }

  Doc request() {
    return Doc.of(
        Map.of(
            "product_id",
            product,
            "name",
            name(),
            "status",
            "ACTIVE",
            "billing_cycles",
            List.of(
                Map.of(
                    "frequency",
                    Map.of("interval_unit", unit(), "interval_count", 1),
                    "tenure_type",
                    "REGULAR",
                    "sequence",
                    1,
                    "total_cycles",
                    0,
                    "pricing_scheme",
                    Map.of("fixed_price", price()))),
            "payment_preferences",
            Map.of(
                "auto_bill_outstanding",
                false,
                "setup_fee_failure_action",
                "CANCEL",
                "payment_failure_threshold",
                THRESHOLD)));
  }

  /** Whether customers of that plan at PayPal get and pay exactly this. */
  boolean isMetBy(Doc plan) {
    List<Doc> cycles = plan.list("billing_cycles");
    Doc preferences = plan.object("payment_preferences");
    return plan.text("name").equals(name())
        && cycles.size() == 1
        && isMetByCycle(cycles.get(0))
        && !preferences.flag("auto_bill_outstanding")
        && preferences.number("payment_failure_threshold") == THRESHOLD
        && preferences.object("setup_fee").text("value").matches("0*\\.?0*")
        && plan.object("taxes").text("percentage").matches("0*\\.?0*");
  }

  private boolean isMetByCycle(Doc cycle) {
    Doc frequency = cycle.object("frequency");
    return cycle.text("tenure_type").equals("REGULAR")
        && cycle.number("total_cycles") == 0
        && frequency.text("interval_unit").equals(unit())
        && (frequency.text("interval_count").isEmpty() || frequency.number("interval_count") == 1)
        && isMetByPrice(cycle.object("pricing_scheme"));
  }

  private boolean isMetByPrice(Doc scheme) {
    try {
      return terms.price().equals(scheme.money("fixed_price"));
    } catch (DoubtfulException e) {
      return false;
    }
  }

  private Map<String, String> price() {
    return Map.of(
        "currency_code", terms.price().currency().getCurrencyCode(),
        "value", terms.price().amount());
  }

  private String unit() {
    return terms.cycle() == BillingCycle.MONTHLY ? "MONTH" : "YEAR";
  }

  private static String capital(String word) {
    return word.charAt(0) + lower(word.substring(1));
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
