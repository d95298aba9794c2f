package com.truevault.web.page.money;

import com.truevault.billing.BillingStatus;
import com.truevault.billing.Subscription;
import com.truevault.web.page.Badge;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Tone;
import com.truevault.web.page.Words;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Subscriptions of a state, or of all.
 *
 * @param state in lower case; empty for all
 * @param next where the list goes on; empty at its end
 */
public record SubscriptionsPage(String state, List<String> states, List<Line> lines, String next) {
  /** One subscription. */
  public record Line(
      String id,
      String email,
      String plan,
      String price,
      Badge badge,
      @Nullable Instant paidThrough,
      boolean inReview) {
    static Line of(Subscription subscription, String email, Messages messages) {
      return new Line(
          subscription.publicId(),
          email,
          messages.text("plan." + Words.key(subscription.plan())),
          Words.price(subscription.price())
              + " "
              + messages.text("plan." + Words.key(subscription.cycle())),
          tell(subscription.standing().status(), messages),
          subscription.paidThrough(),
          subscription.standing().inReview());
    }
  }

  static Badge tell(BillingStatus status, Messages messages) {
    Tone tone =
        switch (status) {
          case ACTIVE -> Tone.GOOD;
          case PAST_DUE -> Tone.WARN;
          case SUSPENDED -> Tone.BAD;
          case PENDING, CANCEL_SCHEDULED, ENDED -> Tone.PLAIN;
        };
    return new Badge(tone, messages.text("money.state." + Words.key(status)));
  }
}
