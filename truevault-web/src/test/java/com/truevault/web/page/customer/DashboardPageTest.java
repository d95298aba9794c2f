package com.truevault.web.page.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.entitlement.Entitlement;
import com.truevault.entitlement.Reason;
import com.truevault.user.EmailAddress;
import com.truevault.user.Plan;
import com.truevault.web.page.Messages;
import com.truevault.web.page.customer.PlanFacts.Contacts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DashboardPageTest {
  private static final EmailAddress EMAIL = EmailAddress.of("ann@example.com");
  private final Messages messages = new Messages(Locale.ENGLISH);

  @Test
  void everyReasonToRefuseHasItsOwnSentenceAndStep() {
    assertPage("never-subscribed", "you have no plan", "Choose a plan", "/plan");
    assertPage("approval-pending", "waits for your approval", "Approve your plan", "/plan");
    assertPage("subscription-ended", "has ended", "Choose a plan", "/plan");
    assertPage("payment-missing", "a payment is missing", "Go to your plan", "/plan");
    assertPage("renewal-missing", "renewal has not arrived", "Go to your plan", "/plan");
    assertPage("blocked", "the operator", "Write to support", "mailto:help@example.com");
    assertPage("a-reason-of-tomorrow", "may not connect", "Go to your plan", "/plan");
  }

  @Test
  void aBlockedUserIsNotSentToAnAddressThatNobodyNamed() {
    assertEquals("/plan", banner(refused("blocked"), "").next().target());
  }

  @Test
  void reasonsThatDoNotCountAreNotToldToWhoeverIsRefused() {
    var page = banner(refused("blocked", "access-active"), "");
    assertEquals(List.of("text of blocked"), page.reasons());
  }

  @Test
  void aPlannedErasureIsToldApartFromTheReasons() {
    var page = banner(allowed("access-active", "deletion-planned"), "");
    assertEquals(List.of("text of access-active"), page.reasons());
  }

  @Test
  void whoeverMayConnectButHasNoDeviceIsLedToOne() {
    var page = banner(allowed("access-active"), "");
    assertTrue(page.sentence().startsWith("You are not protected yet"), page.sentence());
    assertEquals("/devices/new", page.next().target());
  }

  @Test
  void aFailedRenewalIsSaidEvenThoughDevicesStillWork() {
    assertEquals("/plan", banner(allowed("renewal-failed"), "").next().target());
  }

  @Test
  void everyStandingHasASentence() {
    for (Standing standing : Standing.values()) {
      assertFalse(messages.textOr(standing.key(), "").isEmpty(), standing.key());
      assertFalse(standing.next(messages, "").label().isEmpty(), standing.key());
    }
  }

  private void assertPage(String code, String says, String label, String href) {
    var page = banner(refused(code), "help@example.com");
    assertTrue(page.sentence().contains(says), page.sentence());
    assertTrue(page.sentence().startsWith("You are not protected"), page.sentence());
    assertEquals(NextStep.link(label, href), page.next());
  }

  private Banner banner(Entitlement entitlement, String support) {
    var activity = new Activity(Instant.EPOCH, Map.of());
    var holdings = new Holdings(entitlement, List.of(), List.of(), activity, Map.of(), support);
    var facts = new PlanFacts(null, entitlement, null, new Contacts(support, ""), Instant.EPOCH);
    return DashboardPage.from(holdings, null, facts, "", messages).banner();
  }

  private static Entitlement refused(String... codes) {
    return new Entitlement(false, null, 0, EMAIL, false, reasons(codes), null);
  }

  private static Entitlement allowed(String... codes) {
    return new Entitlement(true, Plan.FAMILY, 10, EMAIL, false, reasons(codes), null);
  }

  private static List<Reason> reasons(String... codes) {
    return Arrays.stream(codes).map(code -> new Reason(code, "text of " + code, "row")).toList();
  }
}
