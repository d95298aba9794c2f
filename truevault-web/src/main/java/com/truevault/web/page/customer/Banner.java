package com.truevault.web.page.customer;

import com.truevault.entitlement.Entitlement;
import com.truevault.entitlement.Reason;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Tone;
import java.util.List;

/**
 * One sentence about protection, why, and the next step.
 *
 * @param reasons what a customer has to know of why
 */
public record Banner(Tone tone, String sentence, List<String> reasons, NextStep next) {
  private static final String DELETION = "deletion-planned";

  /** Copies the reasons. */
  public Banner {
    reasons = List.copyOf(reasons);
  }

  /** The banner that says what the plan's page says. */
  static Banner of(PlanNote note, NextStep step) {
    return new Banner(note.tone(), note.title(), List.of(note.text()), step);
  }

  /** The banner about devices. */
  static Banner of(Standing standing, String sentence, Holdings holdings, Messages messages) {
    Step next = standing.next(messages, holdings.support());
    return new Banner(
        standing.tone(),
        sentence,
        reasons(holdings.entitlement()),
        NextStep.link(next.label(), next.href()));
  }

  /**
   * The reasons that the customer needs: what would count if the first did not outweigh it would
   * contradict the sentence, and a planned erasure is told apart.
   */
  private static List<String> reasons(Entitlement entitlement) {
    return entitlement.reasons().stream()
        .filter(reason -> !DELETION.equals(reason.code()))
        .limit(entitlement.allowed() ? Long.MAX_VALUE : 1)
        .map(Reason::text)
        .toList();
  }
}
