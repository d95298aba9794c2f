package com.truevault.billing;

import com.truevault.billing.Fact.GrantKind;
import com.truevault.billing.Fact.RepaymentKind;
import com.truevault.billing.Fact.SaleState;
import com.truevault.user.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Facts of one subscription, told in the words of the business. */
public final class Story {
  public static final String ID = "subscription-one";
  public static final Terms PERSONAL = terms(Plan.PERSONAL, "9.99");
  public static final Terms FAMILY = terms(Plan.FAMILY, "14.99");
  public static final Terms BUSINESS = terms(Plan.BUSINESS, "29.99");

  private final List<Fact> facts = new ArrayList<>();
  private final Terms terms;
  private final Instant openedAt;
  private @Nullable Instant checkedAt;

  private Story(Terms terms, Instant openedAt) {
    this.terms = terms;
    this.openedAt = openedAt;
  }

  /** A subscription that was just opened. */
  public static Story opened(Terms terms, Instant at) {
    return new Story(terms, at);
  }

  /** A subscription that was opened, approved and paid at one moment. */
  public static Story paid(Terms terms, Instant at) {
    return opened(terms, at).shown(ProviderStatus.ACTIVE, at).sale("sale-0", at);
  }

  public static Terms terms(Plan plan, String price) {
    return new Terms(plan, BillingCycle.MONTHLY, Money.of(price, "USD"));
  }

  public Story add(Fact fact) {
    facts.add(fact);
    return this;
  }

  public Story shown(ProviderStatus status, Instant at) {
    return shown(status, at, terms, null);
  }

  public Story shown(
      ProviderStatus status, Instant at, @Nullable Terms now, @Nullable Money outstanding) {
    return add(
        new Fact.Snapshot(
            ID,
            status,
            at,
            now,
            now == null ? "P-UNKNOWN" : "P-" + now.plan() + "-" + now.cycle(),
            openedAt,
            null,
            outstanding,
            0));
  }

  public Story sale(String id, Instant at) {
    return sale(id, SaleState.COMPLETED, terms.price(), at);
  }

  public Story sale(String id, SaleState state, Money gross, Instant at) {
    return add(new Fact.Sale(id, state, gross, at));
  }

  public Story refund(String sale, String amount, Instant at) {
    return repaid(sale, RepaymentKind.REFUND, amount, at);
  }

  public Story repaid(String sale, RepaymentKind kind, String amount, Instant at) {
    String id = "repayment-" + facts.size();
    return add(new Fact.Repayment(id, sale, kind, Money.of(amount, "USD"), at));
  }

  public Story failed(Instant at) {
    return failed(at, "PAYER_CANNOT_PAY");
  }

  public Story failed(Instant at, String reason) {
    return add(new Fact.Failure(ID, at, terms.price(), reason, at.plus(Duration.ofDays(5))));
  }

  public Story cancelAsked(Instant at) {
    return add(new Fact.CancelAsked(ID, at, "moving"));
  }

  public Story granted(GrantKind kind, Duration time, Instant at) {
    return add(new Fact.Grant(ID, "grant-" + facts.size(), kind, time, at, "admin", "outage"));
  }

  public Story disputed(String reason, String stage, String outcome, Instant at) {
    return add(new Fact.Dispute("dispute-1", "sale-0", reason, stage, outcome, at));
  }

  public Story reviewed(String about, String decision, Instant at) {
    return add(new Fact.Reviewed(ID, about, at, "admin", decision));
  }

  public Story checked(@Nullable Instant at) {
    checkedAt = at;
    return this;
  }

  public BillingFacts facts() {
    return new BillingFacts(ID, terms, openedAt, checkedAt, facts);
  }

  /** What it is at that moment, to all that is known, last asked at the moment set before. */
  public BillingState at(Instant now) {
    return BillingState.evaluate(facts(), BillingPolicy.STANDARD, now);
  }

  /** What it is at that moment once the provider was asked again. */
  public BillingState checkedAndAt(Instant now) {
    return checked(now).at(now);
  }

  /** The open failure of a state that has one. */
  public static BillingState.Dunning dunning(BillingState state) {
    return Objects.requireNonNull(state.dunning(), "no failure is open");
  }
}
