package com.truevault.web.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Moves through a page with the Tab key and fails where a person could not. */
final class Keyboard {
  private static final int PATIENCE = 80;
  private final Page page;

  Keyboard(Page page) {
    this.page = page;
  }

  /** Presses Tab until the element has the focus, and demands that the focus can be seen. */
  Keyboard tabTo(String selector) {
    Locator wanted = page.locator(selector).first();
    wanted.waitFor();
    for (int i = 0; i < PATIENCE; i++) {
      if ((Boolean) wanted.evaluate("element => element === document.activeElement")) {
        demandVisibleFocus(wanted, selector);
        return this;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("cannot be reached by keyboard on " + page.url() + ": " + selector);
  }

  Keyboard type(String text) {
    page.keyboard().type(text);
    return this;
  }

  void press(String key) {
    page.keyboard().press(key);
  }

  private void demandVisibleFocus(Locator focused, String selector) {
    Object style = focused.evaluate("element => getComputedStyle(element).outlineStyle");
    if ("none".equals(style)) {
      throw new AssertionError("focus cannot be seen on " + page.url() + ": " + selector);
    }
  }
}
