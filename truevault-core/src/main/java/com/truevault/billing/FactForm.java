package com.truevault.billing;

import com.truevault.billing.Fact.CancelAsked;
import com.truevault.billing.Fact.Carried;
import com.truevault.billing.Fact.ChangeAsked;
import com.truevault.billing.Fact.Dispute;
import com.truevault.billing.Fact.Failure;
import com.truevault.billing.Fact.Fee;
import com.truevault.billing.Fact.Grant;
import com.truevault.billing.Fact.Repayment;
import com.truevault.billing.Fact.Review;
import com.truevault.billing.Fact.Reviewed;
import com.truevault.billing.Fact.Sale;
import com.truevault.billing.Fact.Snapshot;
import com.truevault.billing.Fact.Superseded;
import com.truevault.billing.Fact.Withdrawn;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How facts are written down: a kind and named texts. What was written once must stay readable, so
 * names are only ever added.
 */
public enum FactForm {
  /** Of a {@link Snapshot}. */
  SNAPSHOT(
      Snapshot.class,
      (fact, to) ->
          to.text("subscription", fact.subscription())
              .word("status", fact.status())
              .instant("at", fact.at())
              .terms(fact.terms())
              .text("planId", fact.planId())
              .instant("startsAt", fact.startsAt())
              .instant("nextBilling", fact.nextBilling())
              .money("outstanding", fact.outstanding())
              .text("failedPayments", Integer.toString(fact.failedPayments())),
      from ->
          new Snapshot(
              from.text("subscription"),
              from.word("status", ProviderStatus.class),
              from.instant("at"),
              from.has("plan") ? from.terms() : null,
              from.text("planId"),
              from.instant("startsAt"),
              from.instantOrNull("nextBilling"),
              from.has("outstanding") ? from.money("outstanding") : null,
              from.number("failedPayments"))),
  /** Of a {@link Sale}. */
  SALE(
      Sale.class,
      (fact, to) ->
          to.text("saleId", fact.saleId())
              .word("state", fact.state())
              .money("gross", fact.gross())
              .instant("at", fact.at()),
      from ->
          new Sale(
              from.text("saleId"),
              from.word("state", Fact.SaleState.class),
              from.money("gross"),
              from.instant("at"))),
  /** Of a {@link Fee}. */
  FEE(
      Fee.class,
      (fact, to) ->
          to.text("saleId", fact.saleId()).money("amount", fact.amount()).instant("at", fact.at()),
      from -> new Fee(from.text("saleId"), from.money("amount"), from.instant("at"))),
  /** Of a {@link Repayment}. */
  REPAYMENT(
      Repayment.class,
      (fact, to) ->
          to.text("id", fact.id())
              .text("saleId", fact.saleId())
              .word("kind", fact.kind())
              .money("amount", fact.amount())
              .instant("at", fact.at()),
      from ->
          new Repayment(
              from.text("id"),
              from.text("saleId"),
              from.word("kind", Fact.RepaymentKind.class),
              from.money("amount"),
              from.instant("at"))),
  /** Of a {@link Failure}. */
  FAILURE(
      Failure.class,
      (fact, to) ->
          to.text("subscription", fact.subscription())
              .instant("at", fact.at())
              .money("amount", fact.amount())
              .text("reason", fact.reason())
              .instant("nextRetry", fact.nextRetry()),
      from ->
          new Failure(
              from.text("subscription"),
              from.instant("at"),
              from.money("amount"),
              from.text("reason"),
              from.instantOrNull("nextRetry"))),
  /** Of a {@link Dispute}. */
  DISPUTE(
      Dispute.class,
      (fact, to) ->
          to.text("id", fact.id())
              .text("saleId", fact.saleId())
              .text("reason", fact.reason())
              .text("stage", fact.stage())
              .text("outcome", fact.outcome())
              .instant("at", fact.at()),
      from ->
          new Dispute(
              from.text("id"),
              from.text("saleId"),
              from.text("reason"),
              from.text("stage"),
              from.text("outcome"),
              from.instant("at"))),
  /** Of a {@link CancelAsked}. */
  CANCEL_ASKED(
      CancelAsked.class,
      (fact, to) ->
          to.text("subscription", fact.subscription())
              .instant("at", fact.at())
              .text("reason", fact.reason()),
      from -> new CancelAsked(from.text("subscription"), from.instant("at"), from.text("reason"))),
  /** Of a {@link Withdrawn}. */
  WITHDRAWN(
      Withdrawn.class,
      (fact, to) -> to.text("subscription", fact.subscription()).instant("at", fact.at()),
      from -> new Withdrawn(from.text("subscription"), from.instant("at"))),
  /** Of a {@link Superseded}. */
  SUPERSEDED(
      Superseded.class,
      (fact, to) ->
          to.text("subscription", fact.subscription())
              .instant("at", fact.at())
              .text("by", fact.by()),
      from -> new Superseded(from.text("subscription"), from.instant("at"), from.text("by"))),
  /** Of a {@link Carried}. */
  CARRIED(
      Carried.class,
      (fact, to) ->
          to.text("subscription", fact.subscription())
              .instant("at", fact.at())
              .instant("until", fact.until()),
      from -> new Carried(from.text("subscription"), from.instant("at"), from.instant("until"))),
  /** Of a {@link ChangeAsked}. */
  CHANGE_ASKED(
      ChangeAsked.class,
      (fact, to) ->
          to.text("subscription", fact.subscription())
              .text("id", fact.id())
              .instant("at", fact.at())
              .terms(fact.terms()),
      from ->
          new ChangeAsked(
              from.text("subscription"), from.text("id"), from.instant("at"), from.terms())),
  /** Of a {@link Grant}. */
  GRANT(
      Grant.class,
      (fact, to) ->
          to.text("subscription", fact.subscription())
              .text("id", fact.id())
              .word("kind", fact.kind())
              .text("time", fact.time().toString())
              .instant("at", fact.at())
              .text("by", fact.by())
              .text("reason", fact.reason()),
      from ->
          new Grant(
              from.text("subscription"),
              from.text("id"),
              from.word("kind", Fact.GrantKind.class),
              from.duration("time"),
              from.instant("at"),
              from.text("by"),
              from.text("reason"))),
  /** Of a {@link Review}. */
  REVIEW(
      Review.class,
      (fact, to) ->
          to.text("subscription", fact.subscription())
              .text("about", fact.about())
              .instant("at", fact.at())
              .text("text", fact.text()),
      from ->
          new Review(
              from.text("subscription"),
              from.text("about"),
              from.instant("at"),
              from.text("text"))),
  /** Of a {@link Reviewed}. */
  REVIEWED(
      Reviewed.class,
      (fact, to) ->
          to.text("subscription", fact.subscription())
              .text("about", fact.about())
              .instant("at", fact.at())
              .text("by", fact.by())
              .text("decision", fact.decision()),
      from ->
          new Reviewed(
              from.text("subscription"),
              from.text("about"),
              from.instant("at"),
              from.text("by"),
              from.text("decision")));

  private static final Map<Class<?>, FactForm> BY_TYPE =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(form -> form.type, f -> f));

  private final Class<?> type;
  private final Function<Fact, Map<String, String>> writing;
  private final Function<FactReader, Fact> reading;

  <F extends Fact> FactForm(
      Class<F> type, BiConsumer<F, FactWriter> writing, Function<FactReader, Fact> reading) {
    this.type = type;
    this.writing =
        fact -> {
          FactWriter writer = new FactWriter();
          writing.accept(type.cast(fact), writer);
          return writer.details();
        };
    this.reading = reading;
  }

  /** The form of a fact. */
  public static FactForm of(Fact fact) {
    FactForm form = BY_TYPE.get(fact.getClass());
    if (form == null) {
      throw new IllegalArgumentException("no form for facts of " + fact.getClass());
    }
    return form;
  }

  /** What a fact says, by name; what it does not say is absent. */
  public static Map<String, String> details(Fact fact) {
    return of(fact).writing.apply(fact);
  }

  /**
   * The fact that was written so.
   *
   * @param kind as {@link #kind()} says it
   * @throws IllegalArgumentException if the kind is unknown, a detail is missing or cannot be read
   */
  public static Fact of(String kind, Map<String, String> details) {
    return valueOf(kind.toUpperCase(Locale.ROOT)).read(details);
  }

  /** The kind in one word, such as {@code cancel_asked}. */
  public String kind() {
    return name().toLowerCase(Locale.ROOT);
  }

  Fact read(Map<String, String> details) {
    return reading.apply(new FactReader(this, details));
  }
}
