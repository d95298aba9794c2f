package com.truevault.testing;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.billing.Fact;
import com.truevault.billing.PaymentGateway;
import com.truevault.billing.ProviderStatus;
import com.truevault.secret.RandomIds;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A gateway without money: an approve page or a test decides for the customer, and a test says when
 * a renewal is paid or fails. Forgets everything when the process ends. Safe for use by many
 * threads.
 */
public final class SimulatedGateway implements PaymentGateway {
  private final Map<String, Agreement> agreements = new ConcurrentHashMap<>();
  private final RandomIds random;
  private final InstantSource clock;
  private final String approvalBase;
  private volatile boolean silent;

  /**
   * A gateway with no agreements.
   *
   * @param approvalBase what approval URLs start with, such as {@code
   *     http://127.0.0.1:8080/demo/approve/}
   */
  public SimulatedGateway(RandomIds random, InstantSource clock, String approvalBase) {
    this.random = random;
    this.clock = clock;
    this.approvalBase = approvalBase;
  }

  /** Answers no more, or again. */
  public void silence(boolean value) {
    silent = value;
  }

  /** Knows an agreement no more. */
  public void forget(String gatewayId) {
    agreements.remove(gatewayId);
  }

  @Override
  public Approval open(Order order) {
    demandAnswer();
    String id =
        agreements.entrySet().stream()
            .filter(entry -> entry.getValue().order().requestId().equals(order.requestId()))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseGet(() -> "SIM-" + random.id());
    agreements.putIfAbsent(id, Agreement.of(order, clock.instant()));
    return new Approval(id, approvalBase + id);
  }

  @Override
  public Approval revise(String gatewayId, Order order) {
    demandAnswer();
    change(gatewayId, known -> known.asked(order));
    return new Approval(gatewayId, approvalBase + gatewayId);
  }

  @Override
  public Report read(String gatewayId, Instant since) {
    demandAnswer();
    Agreement known = require(gatewayId);
    return new Report(
        new Fact.Snapshot(
            gatewayId,
            known.status(),
            known.changedAt(),
            known.order().terms(),
            known.order().terms().plan() + "-" + known.order().terms().cycle(),
            known.startsAt(),
            null,
            null,
            0),
        known.order().reference(),
        known.facts(),
        List.of());
  }

  @Override
  public void cancel(String gatewayId, String reason) {
    demandAnswer();
    agreements.computeIfPresent(
        gatewayId, (id, known) -> known.as(ProviderStatus.CANCELLED, clock.instant()));
  }

  @Override
  public void suspend(String gatewayId, String reason) {
    demandAnswer();
    change(gatewayId, known -> known.as(ProviderStatus.SUSPENDED, clock.instant()));
  }

  @Override
  public void activate(String gatewayId, String reason) {
    demandAnswer();
    change(gatewayId, known -> known.as(ProviderStatus.ACTIVE, clock.instant()));
  }

  @Override
  public Fact.Repayment refund(RefundOrder order) {
    demandAnswer();
    Fact.Repayment repayment =
        new Fact.Repayment(
            "R-" + order.requestId(),
            order.saleId(),
            Fact.RepaymentKind.REFUND,
            order.amount(),
            clock.instant());
    for (Agreement known : agreements.values()) {
      known.demandLeft(order, repayment.id());
    }
    agreements.replaceAll(
        (id, known) ->
            known.hasSale(order.saleId()) && !known.hasRepaid(repayment.id())
                ? known.with(repayment)
                : known);
    return repayment;
  }

  /** What somebody is asked to approve. */
  public Optional<Agreement> find(String gatewayId) {
    return Optional.ofNullable(agreements.get(gatewayId));
  }

  /** How an agreement stands. */
  public ProviderStatus status(String gatewayId) {
    return require(gatewayId).status();
  }

  /** Decides for the customer; once decided, nothing changes it but cancelling and revising. */
  public Agreement decide(String gatewayId, Decision decision) {
    return change(
        gatewayId,
        known -> {
          Order wanted = known.wanted();
          if (known.status() == ProviderStatus.APPROVAL_PENDING) {
            return decision == Decision.APPROVE
                ? approved(known)
                : known.as(decision.outcome, clock.instant());
          }
          return wanted != null && decision == Decision.APPROVE
              ? known.revised(wanted, clock.instant())
              : known;
        });
  }

  /** Collects one cycle; returns the sale. */
  public Fact.Sale pay(String gatewayId) {
    Fact.Sale sale = sale(require(gatewayId).order());
    change(gatewayId, known -> known.with(sale));
    return sale;
  }

  /** Fails to collect one cycle. */
  public void fail(String gatewayId, @Nullable Instant nextRetry) {
    change(
        gatewayId,
        known ->
            known.with(
                new Fact.Failure(
                    gatewayId,
                    clock.instant(),
                    known.order().terms().price(),
                    "PAYER_CANNOT_PAY",
                    nextRetry)));
  }

  /** Adds any other fact, such as a dispute. */
  public void add(String gatewayId, Fact fact) {
    change(gatewayId, known -> known.with(fact));
  }

  private Agreement approved(Agreement known) {
    Agreement active = known.as(ProviderStatus.ACTIVE, clock.instant());
    Instant start = known.order().startsAt();
    return start == null || !start.isAfter(clock.instant())
        ? active.with(sale(known.order()))
        : active;
  }

  private Fact.Sale sale(Order order) {
    return new Fact.Sale(
        "SALE-" + random.id(), Fact.SaleState.COMPLETED, order.terms().price(), clock.instant());
  }

  private Agreement change(String gatewayId, UnaryOperator<Agreement> change) {
    Agreement changed = agreements.computeIfPresent(gatewayId, (id, known) -> change.apply(known));
    if (changed == null) {
      throw unknown();
    }
    return changed;
  }

  private Agreement require(String gatewayId) {
    return find(gatewayId).orElseThrow(SimulatedGateway::unknown);
  }

  private void demandAnswer() {
    if (silent) {
      throw new TrueVaultException(
          ErrorKind.UNAVAILABLE, "gateway-silent", "the simulated gateway does not answer");
    }
  }

  private static TrueVaultException unknown() {
    return new TrueVaultException(
        ErrorKind.NOT_FOUND,
        "agreement-not-found",
        "the simulated gateway knows no such agreement; choose a plan again");
  }

  /** What a customer may answer. */
  public enum Decision {
    /** Yes. */
    APPROVE(ProviderStatus.ACTIVE),
    /** The payment was refused. */
    DECLINE(ProviderStatus.EXPIRED),
    /** The customer went back. */
    CANCEL(ProviderStatus.CANCELLED);

    private final ProviderStatus outcome;

    Decision(ProviderStatus outcome) {
      this.outcome = outcome;
    }
  }

  /**
   * An order and what became of it.
   *
   * @param wanted other terms waiting for approval; null if none
   * @param startsAt when its first period begins
   * @param changedAt when its status or terms changed last
   */
  public record Agreement(
      Order order,
      @Nullable Order wanted,
      ProviderStatus status,
      Instant startsAt,
      Instant changedAt,
      List<Fact> facts) {
    static Agreement of(Order order, Instant at) {
      Instant start = order.startsAt();
      return new Agreement(
          order,
          null,
          ProviderStatus.APPROVAL_PENDING,
          start == null || start.isBefore(at) ? at : start,
          at,
          List.of());
    }

    boolean hasSale(String saleId) {
      return facts.stream()
          .anyMatch(fact -> fact instanceof Fact.Sale sale && sale.saleId().equals(saleId));
    }

    /** Refuses to give more back than is left of a sale of this agreement. */
    void demandLeft(RefundOrder order, String repayment) {
      long left = 0;
      for (Fact fact : facts) {
        if (fact instanceof Fact.Sale sale && sale.saleId().equals(order.saleId())) {
          left += sale.gross().minor();
        } else if (fact instanceof Fact.Repayment back && back.saleId().equals(order.saleId())) {
          left -= back.amount().minor();
        }
      }
      if (hasSale(order.saleId()) && !hasRepaid(repayment) && left < order.amount().minor()) {
        throw new TrueVaultException(
            ErrorKind.CONFLICT, "refund-too-large", "less than that is left of the sale");
      }
    }

    boolean hasRepaid(String id) {
      return facts.stream()
          .anyMatch(fact -> fact instanceof Fact.Repayment known && known.id().equals(id));
    }

    /** What is approved later than it was to begin begins then. */
    Agreement as(ProviderStatus now, Instant at) {
      if (status.isFinal() || status == now) {
        return this;
      }
      boolean begins = status == ProviderStatus.APPROVAL_PENDING && startsAt.isBefore(at);
      return new Agreement(order, wanted, now, begins ? at : startsAt, at, facts);
    }

    Agreement asked(Order other) {
      return new Agreement(order, other, status, startsAt, changedAt, facts);
    }

    Agreement revised(Order other, Instant at) {
      return new Agreement(other, null, status, startsAt, at, facts);
    }

    Agreement with(Fact fact) {
      List<Fact> more = new ArrayList<>(facts);
      more.add(fact);
      return new Agreement(order, wanted, status, startsAt, changedAt, List.copyOf(more));
    }
  }
}
