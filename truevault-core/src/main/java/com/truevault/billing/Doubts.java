package com.truevault.billing;

import com.truevault.billing.Fact.Review;
import com.truevault.billing.Fact.Reviewed;
import com.truevault.billing.Fact.Sale;
import com.truevault.billing.Fact.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person has to look at: what was noted, and what the facts themselves give reason for. */
final class Doubts {
  private final String subscription;
  private final SortedFacts facts;
  private final Holds holds;
  private final Duration patience;
  private final List<Review> open = new ArrayList<>();

  Doubts(String subscription, SortedFacts facts, Holds holds, Duration patience) {
    this.subscription = subscription;
    this.facts = facts;
    this.holds = holds;
    this.patience = patience;
    for (Review review : facts.reviews()) {
      add(review);
    }
  }

  List<Review> open() {
    return open;
  }

  /** Doubts about what the provider said last. */
  void about(Snapshot newest, Terms opened) {
    Terms terms = newest.terms();
    if (newest.status() == ProviderStatus.UNKNOWN) {
      add("status", newest.at(), "the provider calls its status by a word that is not known");
    }
    if (terms == null) {
      add(
          "terms:" + newest.planId(),
          newest.at(),
          "the provider charges for plan " + newest.planId() + ", which is not known here");
    } else if (terms.cycle() != opened.cycle()) {
      add(
          "terms:" + newest.planId(),
          newest.at(),
          "it is paid " + terms.cycle() + ", not " + opened.cycle());
    }
  }

  /** Whether a sale counts though nobody agreed to its amount: only if a person said so. */
  boolean accepts(Sale sale, Terms terms) {
    Reviewed decision = facts.reviewed(about(sale));
    if (facts.fullyRepaid(sale) == null) {
      add(
          about(sale),
          sale.at(),
          sale.gross() + " was charged where " + terms.price() + " was agreed");
    }
    return decision != null && decision.isAccepted();
  }

  static String about(Sale sale) {
    return "sale:" + sale.saleId();
  }

  void add(String about, Instant at, String text) {
    add(new Review(subscription, about, at, text));
  }

  /** What was looked at held harm until then, and no longer. */
  private void add(Review review) {
    if (isOpen(review.about())) {
      return;
    }
    Reviewed done = facts.reviewed(review.about());
    if (done == null) {
      open.add(review);
    }
    holds.add(review.at(), review.at().plus(patience), done == null ? null : done.at());
  }

  private boolean isOpen(String about) {
    return open.stream().anyMatch(review -> review.about().equals(about));
  }

  /** Whether money came after that moment, null for ever, that nobody understands yet. */
  boolean isMoneyUnclear(@Nullable Instant after) {
    for (Review review : open) {
      if (review.about().startsWith("sale:") && (after == null || review.at().isAfter(after))) {
        return true;
      }
    }
    return false;
  }
}
