package com.truevault.web.page.money;

import com.truevault.web.page.Form;
import java.time.Instant;
import java.util.List;

/**
 * One subscription with all that happened to it.
 *
 * @param facts names and values
 * @param timeline newest first
 * @param form what was typed into a form that was refused
 */
public record SubscriptionPage(
    SubscriptionsPage.Line line,
    String user,
    List<Pair> facts,
    List<Event> timeline,
    List<PaymentLine> payments,
    List<ReviewLine> reviews,
    List<JobLine> jobs,
    Form form) {
  /** A name and its value. */
  public record Pair(String name, String value) {}

  /** A happening; when it was learned is said if that was much later. */
  public record Event(Instant at, String title, String text, String learned) {}

  /**
   * A payment.
   *
   * @param left what can still be given back, as text for a form; empty if nothing
   */
  public record PaymentLine(
      String saleId,
      Instant at,
      String amount,
      String fee,
      String repaid,
      String status,
      String left,
      List<String> invoices) {}

  /** Something to look at. */
  public record ReviewLine(String about, Instant at, String text, boolean payment) {}

  /** Work outside. */
  public record JobLine(String kind, Instant dueAt, String state, int attempts, String error) {}
}
