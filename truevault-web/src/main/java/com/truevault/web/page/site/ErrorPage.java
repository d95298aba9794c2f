package com.truevault.web.page.site;

/**
 * A failure in words with one next step.
 *
 * @param request the id under which the failure stands in the log; empty if that helps nobody
 */
public record ErrorPage(int status, String title, String text, Step next, String request) {
  /** What helps, and where. */
  public record Step(String label, String href) {}
}
