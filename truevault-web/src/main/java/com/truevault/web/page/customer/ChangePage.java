package com.truevault.web.page.customer;

import com.truevault.billing.Terms;
import com.truevault.subscription.PlanChange;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Words;
import com.truevault.web.page.customer.PlanCurrent.Line;
import com.truevault.web.page.site.PlanCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Choosing other terms for a running plan.
 *
 * @param now the terms in force, in words
 * @param plan the key of the plan in force
 * @param cycle the key of its cycle
 * @param preview what the chosen terms mean; null until some are chosen
 * @param refusal why they cannot be had; empty if they can
 */
public record ChangePage(
    String now,
    String plan,
    String cycle,
    List<PlanCard> plans,
    @Nullable Preview preview,
    String refusal) {

  /**
   * What a change means.
   *
   * @param then the terms, in words
   * @param lines what it costs and when
   * @param surplus devices that would be switched off, newest first
   * @param surplusFrom when that would be
   * @param sent what agrees to it
   */
  public record Preview(
      String then,
      List<Line> lines,
      List<String> surplus,
      String surplusFrom,
      Map<String, String> sent) {

    static Preview of(PlanChange change, Messages messages) {
      String price = Words.price(change.then().price());
      List<Line> lines = new ArrayList<>();
      lines.add(new Line(messages.text("change.today"), messages.text("change.today.nothing")));
      lines.add(
          new Line(
              messages.text("change.from", Words.day(change.chargedFrom())),
              messages.text("plan.price." + Words.key(change.then().cycle()), price)));
      String limit = messages.text("price.devices", change.deviceLimit());
      boolean atOnce = change.kind() == PlanChange.Kind.UPGRADE;
      lines.add(
          new Line(
              messages.text("change.limit"),
              atOnce
                  ? messages.text("change.limit.now", limit)
                  : messages.text("change.limit.from", limit, Words.day(change.holdsFrom()))));
      return new Preview(
          inWords(change.then(), messages),
          lines,
          change.surplus(),
          Words.day(change.holdsFrom()),
          Map.of(
              "plan", Words.key(change.then().plan()),
              "cycle", Words.key(change.then().cycle()),
              "price", Long.toString(change.then().price().minor())));
    }
  }

  static String inWords(Terms terms, Messages messages) {
    return messages.text("plan." + Words.key(terms.plan()))
        + ", "
        + PlanCurrent.price(terms, messages);
  }
}
