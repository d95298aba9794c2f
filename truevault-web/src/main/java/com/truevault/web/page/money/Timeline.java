package com.truevault.web.page.money;

import com.truevault.billing.Fact;
import com.truevault.billing.FactStore.Recorded;
import com.truevault.billing.Money;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Words;
import com.truevault.web.page.money.SubscriptionPage.Event;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Facts in words, newest first. */
final class Timeline {
  private static final Duration SOON = Duration.ofMinutes(10);

  private final Messages messages;

  Timeline(Messages messages) {
    this.messages = messages;
  }

  List<Event> of(List<Recorded> facts) {
    return facts.stream()
        .map(this::event)
        .sorted(Comparator.comparing(Event::at).reversed())
        .toList();
  }

  private Event event(Recorded recorded) {
    Fact fact = recorded.fact();
    Duration late = Duration.between(fact.at(), recorded.recordedAt());
    String learned =
        late.compareTo(SOON) > 0 ? messages.text("money.learned", Words.duration(late)) : "";
    return new Event(fact.at(), title(fact), text(fact), learned);
  }

  private String title(Fact fact) {
    String kind = fact.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    return messages.text("money.fact." + kind);
  }

  private String text(Fact fact) {
    if (fact instanceof Fact.Snapshot snapshot) {
      return snapshot.status() + owed(snapshot.outstanding(), snapshot.failedPayments());
    }
    if (fact instanceof Fact.Sale sale) {
      return Words.price(sale.gross()) + " · " + sale.state() + " · " + sale.saleId();
    }
    if (fact instanceof Fact.Fee fee) {
      return Words.price(fee.amount()) + " · " + fee.saleId();
    }
    if (fact instanceof Fact.Repayment repayment) {
      return String.join(
          " · ", Words.price(repayment.amount()), repayment.kind().name(), repayment.saleId());
    }
    if (fact instanceof Fact.Failure failure) {
      return Words.price(failure.amount()) + " · " + failure.reason();
    }
    if (fact instanceof Fact.Dispute dispute) {
      return String.join(" · ", dispute.reason(), dispute.stage(), dispute.outcome());
    }
    return own(fact);
  }

  /** What was decided here and not at the provider. */
  private String own(Fact fact) {
    if (fact instanceof Fact.CancelAsked asked) {
      return asked.reason();
    }
    if (fact instanceof Fact.Superseded superseded) {
      return superseded.by();
    }
    if (fact instanceof Fact.Carried carried) {
      return messages.text("money.until", Words.day(carried.until()));
    }
    if (fact instanceof Fact.ChangeAsked change) {
      return change.terms().plan() + " · " + Words.price(change.terms().price());
    }
    if (fact instanceof Fact.Grant grant) {
      return grant.time().toDays() + " d · " + grant.kind() + " · " + grant.reason();
    }
    if (fact instanceof Fact.Review review) {
      return review.text();
    }
    return fact instanceof Fact.Reviewed reviewed ? reviewed.decision() : "";
  }

  private String owed(@Nullable Money outstanding, int failed) {
    String owed =
        outstanding == null || outstanding.minor() <= 0
            ? ""
            : " · " + messages.text("money.outstanding", Words.price(outstanding));
    return owed + (failed > 0 ? " · " + messages.text("money.failedcount", failed) : "");
  }
}
