package com.truevault.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.setting.SettingKey;
import com.truevault.user.EmailAddress;
import com.truevault.user.User;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdminPagesTest {
  private final Visits visits = new Visits();
  private String token = "";
  private final User ada = visits.administrator();

  @BeforeEach
  void signIn() {
    token = visits.token(ada);
  }

  @AfterEach
  void close() {
    visits.close();
  }

  @Test
  void theAuditLogNamesPeopleAndThingsAndSaysWhatWasDone() {
    User ann = visits.customer("ann@example.com");
    var vault = visits.host().vault();
    visits.addServer();
    vault.users().block(ada.publicId(), ann, "shared the key");
    vault.vips().add(ada.email().typed(), EmailAddress.of("vip@example.com"), "");
    String page = visits.get("/admin/audit", token);
    assertTrue(page.contains("href=\"/admin/users/" + ann.publicId() + "\">ann@example.com"), page);
    assertTrue(page.contains(">admin@example.com</a>"), page);
    assertTrue(page.contains("href=\"/admin/vips\">vip@example.com"), page);
    assertTrue(page.contains("href=\"/admin/servers/toronto\">Toronto"), page);
    assertTrue(page.contains("Suspended a user"), page);
    assertFalse(page.contains(">" + ann.publicId()), page);
    assertFalse(page.matches("(?s).*>(user|vip|server)\\.[a-z-]+<.*"), page);
  }

  @Test
  void theAuditLogShowsOneKindAlone() {
    visits.addServer();
    String servers = visits.get("/admin/audit?action=server.", token);
    assertTrue(servers.contains("Added a server"), servers);
    assertFalse(servers.contains("Signed in"), servers);
    String none = visits.get("/admin/audit?action=theme.", token);
    assertTrue(none.contains("href=\"/admin/audit\">Show everything"), none);
    assertTrue(visits.get("/admin/audit?action=%22x", token).contains("Signed in"));
  }

  @Test
  void theAuditLogKeepsTheIdOfWhoeverIsErased() {
    User ann = visits.customer("ann@example.com");
    visits.host().vault().departures().plan(ann, "DELETE", Visits.PASSWORD);
    visits.host().clock().advance(Duration.ofDays(8));
    visits.host().vault().maintenance().deliver();
    visits.host().vault().departures().eraseDue();
    token = visits.token(ada);
    String page = visits.get("/admin/audit", token);
    assertTrue(page.contains("<code class=\"id\">" + ann.publicId()), page);
  }

  @Test
  void administratorsAreMarkedAmongUsersAndAnEmptySearchIsCleared() {
    String page = visits.get("/admin/users", token);
    assertTrue(page.contains("class=\"role\">Administrator"), page);
    assertFalse(page.contains("Pending"), page);
    String none = visits.get("/admin/users?q=nobody", token);
    assertTrue(none.contains("href=\"/admin/users\">Show all users"), none);
  }

  @Test
  void theChainOfReasonsTellsSupportWhatTheUserReads() {
    User ann = visits.customer("ann@example.com");
    visits.subscribe(ann);
    visits.host().vault().users().block(ada.publicId(), ann, "shared the key");
    String page = visits.get("/admin/users/" + ann.publicId(), token);
    assertTrue(page.contains("An administrator suspended the user."), page);
    assertTrue(page.contains("users.blocked_reason shared the key"), page);
    assertTrue(page.contains("Reason noted: shared the key"), page);
    assertFalse(page.contains("The user reads: Your access is active."), page);
  }

  @Test
  void aSettingThatBreaksItsRuleIsRefusedBesideItsField() {
    var refused = visits.post("/admin/settings", token, "from_email=nowhere&support_email=x");
    assertEquals(400, refused.statusCode());
    assertTrue(refused.body().contains("id=\"s-from_email-error\""), refused.body());
    assertTrue(refused.body().contains("id=\"s-support_email-error\""), refused.body());
  }

  @Test
  void aSecretIsKeptReplacedOrCleared() {
    var settings = visits.host().vault().settings();
    visits.post("/admin/settings", token, "paypal_secret=hush");
    visits.post("/admin/settings", token, "paypal_secret=");
    assertEquals("hush", settings.secret(SettingKey.PAYPAL_SECRET));
    String page = visits.get("/admin/settings", token);
    assertTrue(page.contains("name=\"clear.paypal_secret\""), page);
    assertFalse(page.contains("hush"), page);
    visits.post("/admin/settings", token, "paypal_secret=&clear.paypal_secret=true");
    assertFalse(settings.isSet(SettingKey.PAYPAL_SECRET));
  }

  @Test
  void theOverviewSaysWhatIsLeftToSetUp() {
    String fresh = visits.get("/admin", token);
    assertTrue(fresh.contains("href=\"/admin/servers/new\""), fresh);
    assertTrue(fresh.contains("href=\"/profile#second-factor\""), fresh);
    assertTrue(fresh.contains("href=\"/admin/settings#s-from_email\""), fresh);
    visits.addServer();
    var settings = visits.host().vault().settings();
    settings.change("test", Map.of(SettingKey.FROM_EMAIL, "vpn@example.com"));
    String later = visits.get("/admin", token);
    assertFalse(later.contains("href=\"/admin/servers/new\""), later);
    assertFalse(later.contains("href=\"/admin/settings#s-from_email\""), later);
    assertTrue(later.contains("Not checked yet"), later);
  }
}
