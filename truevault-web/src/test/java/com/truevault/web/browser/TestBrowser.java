package com.truevault.web.browser;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A headless browser; where there is none, the test is skipped with the reason. */
public final class TestBrowser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private final Playwright playwright;
  private final Browser browser;

  private TestBrowser(Playwright playwright) {
    this.playwright = playwright;
    this.browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-dev-shm-usage",
                            "--disable-background-networking")));
  }

  /** Opens it. */
  public static TestBrowser open() {
    assumeTrue(Files.isExecutable(CHROMIUM), "no browser at " + CHROMIUM);
    try {
      var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
      return new TestBrowser(Playwright.create(new Playwright.CreateOptions().setEnv(environment)));
    } catch (PlaywrightException failure) {
      return abort("the browser cannot be driven here: " + failure.getMessage());
    }
  }

  /** A page of its own profile; scripts that fail make every later step fail. */
  public Page page(int width) {
    var options =
        new Browser.NewContextOptions()
            .setViewportSize(width, 900)
            .setColorScheme(ColorScheme.DARK)
            .setReducedMotion(ReducedMotion.REDUCE);
    Page page = browser.newContext(options).newPage();
    page.setDefaultTimeout(45_000);
    page.onPageError(
        failure -> {
          throw new AssertionError("script failed on " + page.url() + ": " + failure);
        });
    return page;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
