package com.truevault.web.page.money;

import com.truevault.web.page.Tone;
import java.util.List;

/**
 * How the business earns.
 *
 * @param charts one for each currency that moved
 * @param states how many subscriptions there are of each state
 * @param margins what each server brings and costs
 */
public record MoneyPage(
    List<Alert> alerts,
    List<Tile> tiles,
    List<IncomeChart> charts,
    List<State> states,
    List<Margin> margins) {
  /** Something that needs a hand, and where. */
  public record Alert(Tone tone, String text, String step, String href) {}

  /** One number. */
  public record Tile(String icon, String label, String value, String note, String href) {}

  /** Subscriptions of one state. */
  public record State(String name, String count, String href) {}

  /**
   * One server.
   *
   * @param income its share of what its users pay in a month
   * @param cost in a month; a dash if nobody entered it
   * @param left income less cost; a dash if they cannot be compared
   */
  public record Margin(
      String server,
      String href,
      String users,
      String income,
      String cost,
      String left,
      Tone tone) {}
}
