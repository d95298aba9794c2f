package com.truevault.web.page.customer;

import java.util.Map;

/**
 * The one thing to do now: a link, or a form that is sent with a click.
 *
 * @param label what the button says
 * @param target where it leads or what it is sent to
 * @param sent the fields of the form; a link has none
 * @param isForm whether it changes something
 */
public record NextStep(String label, String target, Map<String, String> sent, boolean isForm) {
  /** Copies the fields. */
  public NextStep {
    sent = Map.copyOf(sent);
  }

  static NextStep link(String label, String target) {
    return new NextStep(label, target, Map.of(), false);
  }

  static NextStep form(String label, String target, Map<String, String> sent) {
    return new NextStep(label, target, sent, true);
  }
}
