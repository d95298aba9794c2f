package com.truevault.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.user.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FactFormTest {
  private static final Instant AT = Instant.parse("2026-01-31T10:00:00.123Z");
  private static final Money PRICE = Money.of("9.90", "USD");
  private static final Terms TERMS = new Terms(Plan.FAMILY, BillingCycle.YEARLY, PRICE);

  static List<Fact> facts() {
    return List.of(
        new Fact.Snapshot("s", ProviderStatus.ACTIVE, AT, TERMS, "P-1", AT, AT, PRICE, 2),
        new Fact.Snapshot("s", ProviderStatus.UNKNOWN, AT, null, "P-?", AT, null, null, 0),
        new Fact.Sale("sale", Fact.SaleState.COMPLETED, Money.of("500", "JPY"), AT),
        new Fact.Fee("sale", Money.of("-0.49", "EUR"), AT),
        new Fact.Repayment("r", "sale", Fact.RepaymentKind.REVERSAL, PRICE, AT),
        new Fact.Failure("s", AT, PRICE, "PAYER_CANNOT_PAY", AT.plusSeconds(1)),
        new Fact.Failure("s", AT, PRICE, "", null),
        new Fact.Dispute("d", "sale", "UNAUTHORISED", "INQUIRY", "", AT),
        new Fact.CancelAsked("s", AT, "zu teuer: \"9,90\"\n"),
        new Fact.Withdrawn("s", AT),
        new Fact.Superseded("s", AT, "t"),
        new Fact.Carried("s", AT, AT.plusMillis(1)),
        new Fact.ChangeAsked("s", "c", AT, TERMS),
        new Fact.Grant("s", "g", Fact.GrantKind.BONUS, Duration.ofHours(36), AT, "kim", "outage"),
        new Fact.Review("s", "sale:1", AT, "8.00 USD"),
        new Fact.Reviewed("s", "sale:1", AT, "kim", "accepted"));
  }

  @ParameterizedTest
  @MethodSource("facts")
  void givesBackExactlyWhatWasWritten(Fact fact) {
    FactForm form = FactForm.of(fact);

    assertEquals(fact, FactForm.of(form.kind(), Map.copyOf(FactForm.details(fact))));
  }

  @Test
  void knowsEveryKindOfFact() {
    Set<FactForm> seen = facts().stream().map(FactForm::of).collect(Collectors.toSet());

    assertEquals(EnumSet.allOf(FactForm.class), seen);
    assertEquals(Fact.class.getPermittedSubclasses().length, FactForm.values().length);
  }

  @Test
  void readsWhatAnUpgradeOfTheDatabaseWrote() {
    assertEquals(
        new Fact.Carried("s", AT, Instant.parse("2026-02-28T10:00:00Z")),
        FactForm.of(
            "carried",
            Map.of(
                "subscription",
                "s",
                "at",
                "2026-01-31T10:00:00.123Z",
                "until",
                "2026-02-28T10:00:00.000Z")));
    assertEquals(
        new Fact.CancelAsked("s", AT, ""),
        FactForm.of(
            "cancel_asked",
            Map.of("subscription", "s", "at", "2026-01-31T10:00:00.123Z", "reason", "")));
  }

  @Test
  void readsWhatEarlierVersionsWrote() {
    assertEquals(
        Map.of(
            "subscription", "s",
            "status", "ACTIVE",
            "at", "2026-01-31T10:00:00.123Z",
            "plan", "FAMILY",
            "cycle", "YEARLY",
            "price", "9.90 USD",
            "planId", "P-1",
            "startsAt", "2026-01-31T10:00:00.123Z",
            "nextBilling", "2026-01-31T10:00:00.123Z"),
        without(FactForm.details(facts().get(0)), "outstanding", "failedPayments"));
  }

  @ParameterizedTest
  @MethodSource("facts")
  void saysWhatItCannotRead(Fact fact) {
    FactForm form = FactForm.of(fact);
    Map<String, String> details = FactForm.details(fact);

    Exception missing =
        assertThrows(IllegalArgumentException.class, () -> form.read(without(details, "at")));
    assertTrue(missing.toString().contains("has no at"), missing.toString());
    Map<String, String> broken = new HashMap<>(details);
    broken.put("at", "yesterday");
    Exception unreadable = assertThrows(IllegalArgumentException.class, () -> form.read(broken));
    assertTrue(unreadable.toString().contains("yesterday"), unreadable.toString());
  }

  private static Map<String, String> without(Map<String, String> details, String... names) {
    Map<String, String> less = new HashMap<>(details);
    List.of(names).forEach(less::remove);
    return less;
  }
}
