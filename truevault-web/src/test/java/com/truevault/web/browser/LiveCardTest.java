package com.truevault.web.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator watches while an agent works. */
class LiveCardTest {
  @TempDir Path directory;

  @Test
  void followsTheReportsOfAnAgentWithoutBeingLoadedAgain() {
    try (TestBrowser browser = TestBrowser.open();
        LiveHost host = LiveHost.start(directory)) {
      Page page = browser.page(1440);
      new Visit(host, page).signIn(LiveHost.ADMIN);
      host.report("toronto", 7, List.of(), null);
      page.navigate(host.url("/admin/servers/toronto"));
      page.fill("[name=serverName]", "Half typed");
      page.waitForSelector("text=wanted\u00a07");

      host.report("toronto", 812, List.of(), null);

      page.waitForSelector("text=wanted\u00a0812");
      page.waitForCondition(() -> page.inputValue("[name=serverName]").equals("Half typed"));
    }
  }
}
