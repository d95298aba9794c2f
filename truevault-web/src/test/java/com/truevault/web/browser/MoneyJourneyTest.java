package com.truevault.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.truevault.billing.EndReason;
import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionStatus;
import com.truevault.device.Device;
import com.truevault.ledger.Invoice;
import com.truevault.user.EmailAddress;
import com.truevault.user.User;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Months of a customer in a minute: a PayPal over HTTP, a clock that is moved by its page. */
@Tag("slow")
class MoneyJourneyTest {
  private static final String EMAIL = "ann@example.com";
  @TempDir Path directory;
  private TestBrowser browser;
  private LiveHost host;
  private Page page;

  @BeforeEach
  void open() {
    browser = TestBrowser.open();
    host = LiveHost.start(directory);
    page = browser.page(1440);
    // A month may take its time on a machine that does other things too.
    page.setDefaultTimeout(120_000);
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
  void goesFromTheFirstPaymentThroughGraceAndSuspensionAndBack() {
    new Visit(host, page).signUpAndAddDevice(EMAIL);
    Device before = device();
    move("renewal");
    assertEquals(2, invoices().size());

    move("fail");
    move("renewal");
    assertEquals(SubscriptionStatus.GRACE_PERIOD, current().status());
    assertTrue(isEntitled());
    assertMailed("payment");
    String grace = said("/plan", ".plan-title");
    assertEquals("Your last payment failed; your devices still work.", grace);
    assertEquals(grace, said("/dashboard", ".protection h1"));

    move("renewal");
    move("renewal");
    for (int day = 0; day < 3 && current().status() != SubscriptionStatus.SUSPENDED; day++) {
      move("day");
    }
    assertEquals(SubscriptionStatus.SUSPENDED, current().status());
    assertFalse(isEntitled());
    String suspended = said("/plan", ".plan-title");
    assertTrue(suspended.startsWith("Your devices are switched off"), suspended);
    assertEquals(suspended, said("/dashboard", ".protection h1"));
    Subscription unpaid = current();

    page.click(".protection form button[type=submit]");
    new Visit(host, page).approve();
    page.waitForSelector(".protection-good");
    assertEquals("Paid. Your devices are online in half a minute.", page.textContent("main h1"));
    assertTrue(isEntitled());
    assertEquals(SubscriptionStatus.ACTIVE, current().status());
    assertFalse(unpaid.publicId().equals(current().publicId()));
    assertEquals(EndReason.SUPERSEDED, ended(unpaid));
    assertEquals(before.publicKey(), device().publicKey());
    assertEquals(before.enabled(), device().enabled());
    assertEquals(3, invoices().size());
    assertEquals(List.of(), host.vault().storage().doctor().examine());
  }

  @Test
  void cancelsSaysUntilWhenDevicesWorkAndGoesOnWithoutPayingTwice() {
    new Visit(host, page).signUpAndAddDevice(EMAIL);
    page.navigate(host.url("/plan"));
    page.click("a[href='/plan/cancel']");
    String until = page.textContent("main .ticks li");
    assertTrue(until.contains("Your devices work until"), until);
    page.click("form[action='/plan/cancel'] button[type=submit]");
    page.waitForSelector(".flash.tone-good");
    assertTrue(isEntitled());

    page.click(".plan-step button");
    new Visit(host, page).approve();
    page.waitForSelector(".protection-good");
    assertEquals("Done. It is agreed.", page.textContent("main h1"));
    assertEquals(SubscriptionStatus.ACTIVE, current().status());
    assertEquals(1, invoices().size());
    move("renewal");
    assertEquals(2, invoices().size());
    assertTrue(isEntitled());
  }

  private void move(String how) {
    page.navigate(host.url("/demo/clock"));
    page.click("button[value=" + how + "]");
    page.waitForURL("**/demo/clock");
  }

  private String said(String path, String place) {
    page.navigate(host.url(path));
    return page.textContent(place);
  }

  private void assertMailed(String about) {
    assertTrue(
        host.mailbox().mails().stream()
            .anyMatch(
                mail ->
                    mail.to().equals(EMAIL)
                        && mail.subject().toLowerCase(Locale.ROOT).contains(about)),
        () -> host.mailbox().mails().toString());
  }

  private boolean isEntitled() {
    return host.vault().entitlements().of(user()).allowed();
  }

  private Subscription current() {
    return host.vault().subscriptions().current(user()).orElseThrow();
  }

  private @Nullable EndReason ended(Subscription subscription) {
    return host.vault()
        .storage()
        .subscriptions()
        .find(subscription.publicId())
        .orElseThrow()
        .standing()
        .endReason();
  }

  private List<Invoice> invoices() {
    return host.vault().storage().invoices().ofUser(user().id());
  }

  private Device device() {
    return host.vault().devices().of(user()).get(0);
  }

  private User user() {
    return host.vault().users().findByEmail(EmailAddress.of(EMAIL)).orElseThrow();
  }
}
