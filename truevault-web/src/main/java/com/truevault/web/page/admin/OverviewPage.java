package com.truevault.web.page.admin;

import com.truevault.web.page.Tone;
import java.util.List;

/**
 * How the business is, in numbers and pictures, and what needs a hand.
 *
 * @param tasks what is left to set up
 * @param plans users by the plan they pay for
 * @param servers devices by server
 */
public record OverviewPage(
    List<Alert> alerts,
    List<Task> tasks,
    List<Tile> tiles,
    SignUpChart signUps,
    List<Share> plans,
    List<Share> servers,
    Share pool) {
  /** Something wrong, and where to mend it. */
  public record Alert(Tone tone, String text, String step, String href) {}

  /** Something to set up, and where. */
  public record Task(String text, String step, String href) {}

  /** One number that leads to its page; the note says how good it is. */
  public record Tile(String icon, String label, String value, String note, String href) {}

  /**
   * A part of a whole.
   *
   * @param text the part in words
   * @param href where more is said about it; empty if nowhere
   */
  public record Share(String label, String text, long part, long whole, String href) {}
}
