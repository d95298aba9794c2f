package com.truevault.vip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.TrueVaultException;
import com.truevault.billing.BillingCycle;
import com.truevault.entitlement.Entitlement;
import com.truevault.entitlement.Reason;
import com.truevault.server.Server;
import com.truevault.server.ServerFixture;
import com.truevault.setting.SettingKey;
import com.truevault.store.PageRequest;
import com.truevault.testing.VaultFixture;
import com.truevault.user.EmailAddress;
import com.truevault.user.Plan;
import com.truevault.user.User;
import com.truevault.user.User.Membership;
import com.truevault.user.UserStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VipsTest {
  private static final EmailAddress KIM = EmailAddress.of("kim@example.com");
  private static final Membership VIP = new Membership(true, Plan.BUSINESS, UserStatus.ACTIVE, 999);

  private final VaultFixture fixture = new VaultFixture();
  private final Vips vips = fixture.vault().vips();

  private Entitlement entitlement(User user) {
    return fixture.vault().entitlements().of(fixture.reload(user));
  }

  private Membership membership(User user) {
    return fixture.reload(user).membership();
  }

  @Test
  void welcomesSomebodyWhoWasListedBeforeTheySignedUp() {
    vips.add("admin", EmailAddress.of("KIM@Example.com"), "a friend");

    User kim = fixture.confirmed("kim@example.com");

    assertEquals(VIP, membership(kim));
    assertTrue(entitlement(kim).allowed());
    assertEquals(999, entitlement(kim).deviceLimit());
  }

  @Test
  void countsAtOnceForSomebodyWhoIsThereAlready() {
    User kim = fixture.confirmed("kim@example.com");
    assertFalse(entitlement(kim).allowed());

    vips.add("admin", KIM, "");

    assertTrue(entitlement(kim).allowed());
    assertEquals(VIP, membership(kim));
  }

  @Test
  void stopsAtOnceWhenDeactivatedOrRemoved() {
    User kim = fixture.confirmed("kim@example.com");
    VipEntry entry = vips.add("admin", KIM, "");

    VipEntry resting = vips.change("admin", entry, "not now", false);
    assertFalse(entitlement(kim).allowed());
    assertFalse(membership(kim).vip());
    assertEquals(UserStatus.PENDING, membership(kim).status());
    assertEquals(0, membership(kim).maxDevices());

    vips.change("admin", resting, "again", true);
    assertEquals(VIP, membership(kim));

    vips.remove("admin", entry);
    assertFalse(entitlement(kim).allowed());
    assertFalse(membership(kim).vip());
  }

  @Test
  void leavesWhatAVipPaidForWhenTheListingEnds() {
    User kim = fixture.confirmed("kim@example.com");
    fixture.subscribe(kim, Plan.FAMILY, BillingCycle.MONTHLY);
    VipEntry entry = vips.add("admin", KIM, "");
    assertEquals(999, entitlement(kim).deviceLimit());

    vips.remove("admin", entry);

    assertEquals(10, entitlement(kim).deviceLimit());
    assertTrue(entitlement(kim).allowed());
    // A VIP is charged no more, so what was paid is all there is.
    assertEquals(new Membership(false, Plan.FAMILY, UserStatus.CANCELLED, 10), membership(kim));
  }

  @Test
  void showsServersForVipsToVipsAlone() {
    Server vault = fixture.server(ServerFixture.VAULT);
    User kim = fixture.confirmed("kim@example.com");
    fixture.subscribe(kim, Plan.BUSINESS, BillingCycle.MONTHLY);
    assertEquals(List.of(), fixture.vault().servers().visibleTo(entitlement(kim)));

    vips.add("admin", KIM, "");

    assertEquals(List.of(vault), fixture.vault().servers().visibleTo(entitlement(kim)));
  }

  @Test
  void tellsAVipTheSameAsEveryPayingUser() {
    User payer = fixture.subscriber("payer@example.com", Plan.BUSINESS);
    vips.add("admin", KIM, "");
    User kim = fixture.confirmed("kim@example.com");

    assertEquals(entitlement(payer).summary(), entitlement(kim).summary());
    assertEquals(codes(payer), codes(kim));
    assertTrue(
        entitlement(kim).reasons().stream()
            .noneMatch(reason -> reason.text().toLowerCase(java.util.Locale.ROOT).contains("vip")));
  }

  @Test
  void givesNothingToAStrangerWhoSignsUpWithAListedAddress() {
    Server vault = fixture.server(ServerFixture.VAULT);
    vips.add("admin", KIM, "");
    User stranger = fixture.customer("kim@example.com");
    User nobody = fixture.customer("nobody@example.com");

    assertEquals(entitlement(nobody).reasons().get(0).text(), entitlement(stranger).summary());
    assertEquals(codes(nobody), codes(stranger));
    assertEquals(0, entitlement(stranger).deviceLimit());
    assertFalse(membership(stranger).vip());
    assertTrue(entitlement(stranger).reasons().get(0).evidence().contains("not confirmed"));

    fixture.vault().addresses().confirm(fixture.mailedSecret("kim@example.com"));

    assertEquals(VIP, membership(stranger));
    assertEquals(List.of(vault), fixture.vault().servers().visibleTo(entitlement(stranger)));
  }

  @Test
  void takesAddressesAtTheirWordWhereTheOperatorWantsItSo() {
    fixture
        .vault()
        .settings()
        .change("admin", Map.of(SettingKey.VERIFIED_EMAIL_REQUIRED_FOR_VIP, "false"));
    vips.add("admin", KIM, "");

    assertTrue(entitlement(fixture.customer("kim@example.com")).allowed());
  }

  @Test
  void followsSettingsWithinARoundOfMaintenance() {
    User kim = fixture.subscriber("payer@example.com", Plan.FAMILY);
    fixture.vault().settings().change("admin", Map.of(SettingKey.MAX_DEVICES_FAMILY, "12"));
    assertEquals(10, membership(kim).maxDevices());

    fixture.vault().maintenance().tidy();

    assertEquals(12, membership(kim).maxDevices());
  }

  @Test
  void refusesAnAddressTwiceAndAnEntryThatIsGone() {
    VipEntry entry = vips.add("admin", KIM, "");

    assertThrows(VipListedException.class, () -> vips.add("admin", KIM, ""));
    vips.remove("admin", entry);
    assertThrows(TrueVaultException.class, () -> vips.remove("admin", entry));
    assertThrows(TrueVaultException.class, () -> vips.change("admin", entry, "", true));
    assertThrows(TrueVaultException.class, () -> vips.require(entry.publicId()));
    assertEquals(List.of(), vips.list(PageRequest.first()).items());
  }

  @Test
  void notesWhoChangedTheListWithoutTheAddress() {
    vips.add("admin-id", KIM, "");

    String audit = fixture.vault().audit().list("vip.", PageRequest.first()).toString();
    assertTrue(audit.contains("admin-id"), audit);
    assertFalse(audit.contains("kim@example.com"), audit);
  }

  private List<String> codes(User user) {
    return entitlement(user).reasons().stream().map(Reason::code).toList();
  }
}
