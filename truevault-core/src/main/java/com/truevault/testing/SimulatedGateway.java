package com.truevault.testing;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.billing.PaymentGateway;
import com.truevault.secret.RandomIds;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A gateway without money: an approve page or a test decides for the customer. Forgets everything
 * when the process ends. Safe for use by many threads.
 */
public final class SimulatedGateway implements PaymentGateway {
  private final Map<String, Agreement> agreements = new ConcurrentHashMap<>();
  private final RandomIds random;
  private final String approvalBase;

  /**
   * A gateway with no agreements.
   *
   * @param approvalBase what approval URLs start with, such as {@code
   *     http://127.0.0.1:8080/demo/approve/}
   */
  public SimulatedGateway(RandomIds random, String approvalBase) {
    this.random = random;
    this.approvalBase = approvalBase;
  }

  @Override
  public Approval open(Order order) {
    String id =
        agreements.entrySet().stream()
            .filter(entry -> entry.getValue().order().reference().equals(order.reference()))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseGet(() -> "SIM-" + random.id());
    agreements.putIfAbsent(id, new Agreement(order, State.PENDING));
    return new Approval(id, approvalBase + id);
  }

  @Override
  public State state(String gatewayId) {
    return require(gatewayId).state();
  }

  @Override
  public void cancel(String gatewayId, String reason) {
    agreements.computeIfPresent(
        gatewayId, (id, agreement) -> new Agreement(agreement.order(), State.CANCELLED));
  }

  /** What somebody is asked to approve. */
  public Optional<Agreement> find(String gatewayId) {
    return Optional.ofNullable(agreements.get(gatewayId));
  }

  /** Decides for the customer; once decided, nothing changes it but cancelling. */
  public Agreement decide(String gatewayId, Decision decision) {
    require(gatewayId);
    return agreements.compute(
        gatewayId,
        (id, known) ->
            known == null || known.state() != State.PENDING
                ? known
                : new Agreement(known.order(), decision.outcome));
  }

  private Agreement require(String gatewayId) {
    return find(gatewayId)
        .orElseThrow(
            () ->
                new TrueVaultException(
                    ErrorKind.NOT_FOUND,
                    "agreement-not-found",
                    "the simulated gateway knows no such agreement; choose a plan again"));
  }

  /** What a customer may answer. */
  public enum Decision {
    /** Yes. */
    APPROVE(State.ACTIVE),
    /** The payment was refused. */
    DECLINE(State.DECLINED),
    /** The customer went back. */
    CANCEL(State.CANCELLED);

    private final State outcome;

    Decision(State outcome) {
      this.outcome = outcome;
    }
  }

  /** An order and how it stands. */
  public record Agreement(Order order, State state) {}
}
