package com.truevault.web.page.admin;

import com.truevault.web.page.Flash;
import java.util.List;

/** How the business is, in numbers, and what needs a hand. */
public record OverviewPage(List<Tile> tiles, List<Flash> alerts) {
  /** One number that leads to its page. */
  public record Tile(String label, String value, String href) {}
}
