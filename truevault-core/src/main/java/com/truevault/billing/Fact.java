package com.truevault.billing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a subscription. Facts are only ever added. Each has a natural key, so
 * that learning it twice, in whatever order, is learning it once.
 */
public sealed interface Fact {

  /** Unique over all subscriptions and stable, such as {@code sale:8AB:COMPLETED}. */
  String key();

  /** When it happened, by the clock of whoever it happened at. */
  Instant at();

  /**
   * How the provider described the subscription.
   *
   * @param at when the provider last changed it
   * @param terms what the provider charges; null if its plan, amount or currency is not known here
   * @param planId what the provider calls the plan
   * @param startsAt when the first period begins
   * @param nextBilling when the provider charges next; null if it will not
   * @param outstanding what the provider could not collect; null if it did not say
   * @param failedPayments failures in a row that the provider counts, at least 0
   */
  record Snapshot(
      String subscription,
      ProviderStatus status,
      Instant at,
      @Nullable Terms terms,
      String planId,
      Instant startsAt,
      @Nullable Instant nextBilling,
      @Nullable Money outstanding,
      int failedPayments)
      implements Fact {
    @Override
    public String key() {
      return String.join(
          ":",
          "snapshot",
          subscription,
          status.name(),
          at.toString(),
          planId,
          String.valueOf(nextBilling),
          outstanding == null ? "" : Long.toString(outstanding.minor()),
          Integer.toString(failedPayments));
    }
  }

  /** What became of a sale. */
  enum SaleState {
    /** Not decided yet, such as an uncleared transfer. */
    PENDING,
    /** Refused. */
    DENIED,
    /** The money is here, even if it was given back later. */
    COMPLETED
  }

  /**
   * Money that came in, or did not.
   *
   * @param gross what the customer paid
   */
  record Sale(String saleId, SaleState state, Money gross, Instant at) implements Fact {
    @Override
    public String key() {
      return "sale:" + saleId + ":" + state;
    }
  }

  /** What the provider kept of a sale; often known only later. */
  record Fee(String saleId, Money amount, Instant at) implements Fact {
    @Override
    public String key() {
      return "fee:" + saleId;
    }
  }

  /** Why money went back. */
  enum RepaymentKind {
    /** Given back by us. */
    REFUND,
    /** Taken back by the customer's bank or the provider. */
    REVERSAL
  }

  /**
   * Money that went back.
   *
   * @param amount always positive
   */
  record Repayment(String id, String saleId, RepaymentKind kind, Money amount, Instant at)
      implements Fact {
    @Override
    public String key() {
      return "repayment:" + id;
    }
  }

  /**
   * A renewal that could not be collected.
   *
   * @param reason the provider's code, such as {@code PAYER_CANNOT_PAY}
   * @param nextRetry when the provider tries again; null if it does not say or will not
   */
  record Failure(
      String subscription, Instant at, Money amount, String reason, @Nullable Instant nextRetry)
      implements Fact {
    @Override
    public String key() {
      return "failure:" + subscription + ":" + at;
    }

    /** Whether the seller or the provider is at fault: the customer is not to be reminded. */
    public boolean isOurFault() {
      return reason.startsWith("PAYEE_")
          || reason.startsWith("TRANSACTION_RECEIVING_")
          || reason.startsWith("INTERNAL_");
    }
  }

  /**
   * A customer's complaint at the provider.
   *
   * @param reason the provider's code, such as {@code UNAUTHORISED}
   * @param stage the provider's word, such as {@code INQUIRY}
   * @param outcome the provider's code; empty while it is open
   */
  record Dispute(String id, String saleId, String reason, String stage, String outcome, Instant at)
      implements Fact {
    @Override
    public String key() {
      return String.join(":", "dispute", id, stage, outcome, at.toString());
    }

    /** Whether it is still to be decided. */
    public boolean isOpen() {
      return outcome.isEmpty();
    }
  }

  /** The customer asked to end at the end of what is paid. */
  record CancelAsked(String subscription, Instant at, String reason) implements Fact {
    @Override
    public String key() {
      return "cancel:" + subscription;
    }
  }

  /** The customer withdrew within the legal period; the money goes back. */
  record Withdrawn(String subscription, Instant at) implements Fact {
    @Override
    public String key() {
      return "withdrawn:" + subscription;
    }
  }

  /** Another subscription of the user took over. */
  record Superseded(String subscription, Instant at, String by) implements Fact {
    @Override
    public String key() {
      return "superseded:" + subscription;
    }
  }

  /** Paid time taken over from an earlier subscription, until then. */
  record Carried(String subscription, Instant at, Instant until) implements Fact {
    @Override
    public String key() {
      return "carried:" + subscription;
    }
  }

  /** The customer asked for other terms; they hold once the provider shows them. */
  record ChangeAsked(String subscription, String id, Instant at, Terms terms) implements Fact {
    @Override
    public String key() {
      return "change:" + id;
    }
  }

  /** What an administrator gave. */
  enum GrantKind {
    /** More days of grace. */
    GRACE,
    /** More days of paid time, for nothing. */
    BONUS
  }

  /**
   * Time that an administrator gave.
   *
   * @param by who gave it
   */
  record Grant(
      String subscription,
      String id,
      GrantKind kind,
      Duration time,
      Instant at,
      String by,
      String reason)
      implements Fact {
    @Override
    public String key() {
      return "grant:" + id;
    }
  }

  /** Something a person has to look at, such as an amount that nobody agreed to. */
  record Review(String subscription, String about, Instant at, String text) implements Fact {
    @Override
    public String key() {
      return "review:" + subscription + ":" + about;
    }
  }

  /**
   * A person looked at it.
   *
   * @param decision {@code accepted} for money that is to count after all, else any word
   */
  record Reviewed(String subscription, String about, Instant at, String by, String decision)
      implements Fact {
    @Override
    public String key() {
      return "reviewed:" + subscription + ":" + about;
    }

    /** Whether what was doubted is to count. */
    public boolean isAccepted() {
      return decision.equals("accepted");
    }
  }
}
