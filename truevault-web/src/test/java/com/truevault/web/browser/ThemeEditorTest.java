package com.truevault.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ThemeEditorTest {
  @TempDir Path directory;
  private TestBrowser browser;
  private LiveHost host;
  private Page page;

  @BeforeEach
  void open() {
    browser = TestBrowser.open();
    host = LiveHost.start(directory);
    page = browser.page(1440);
    new Visit(host, page).signIn(LiveHost.ADMIN);
    page.navigate(host.url("/admin/theme"));
    page.waitForSelector("[data-preview=own] [data-part=text]:has-text('passes')");
  }

  @AfterEach
  void close() {
    if (host != null) {
      host.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void showsAColourAndItsContrastWhileItIsTyped() {
    page.fill("[name=background_color]", "#123456");
    assertEquals("rgb(18, 52, 86)", style("own", "backgroundColor"));
    page.fill("[name=text_color]", "#234567");
    assertTrue(line("own", "text").contains("too low, needs 4.5"), line("own", "text"));
    assertTrue(line("light", "text").contains("passes"), line("light", "text"));
  }

  @Test
  void warnsBeforeAThemeIsSavedThatNobodyCouldRead() {
    assertFalse(page.isVisible("[data-warning]"));
    page.fill("[name=primary_color]", "#16161f");
    assertTrue(page.textContent("[data-warning]").contains("hard to see"));
    page.fill("[name=link_color]", "#16161f");
    assertTrue(page.textContent("[data-warning]").contains("will be refused"));
    page.click("button:has-text('Save the theme')");
    page.waitForSelector("main .flash.tone-bad");
  }

  @Test
  void previewsWhatVisitorsWhoPreferLightWillGet() {
    page.fill("[name=link_color]", "#ffcc00");
    page.fill("[name=primary_color]", "#ffcc00");
    Object link =
        page.evaluate("getComputedStyle(document.querySelector('[data-preview=light] a')).color");
    page.click("button:has-text('Save the theme')");
    page.waitForSelector("main .flash.tone-good");
    Matcher saved =
        Pattern.compile("(?s)prefers-color-scheme: light.*--link-color: (#[0-9a-f]{6})")
            .matcher(host.vault().themes().sheet().css());
    assertTrue(saved.find());
    assertEquals(rgb(saved.group(1)), link);
  }

  private Object style(String scheme, String property) {
    return page.evaluate(
        "getComputedStyle(document.querySelector('[data-preview=%s] [data-sample]')).%s"
            .formatted(scheme, property));
  }

  private String line(String scheme, String part) {
    return page.textContent("[data-preview=%s] [data-part=%s]".formatted(scheme, part));
  }

  private static String rgb(String hex) {
    return "rgb(%d, %d, %d)"
        .formatted(
            Integer.parseInt(hex.substring(1, 3), 16),
            Integer.parseInt(hex.substring(3, 5), 16),
            Integer.parseInt(hex.substring(5, 7), 16));
  }
}
