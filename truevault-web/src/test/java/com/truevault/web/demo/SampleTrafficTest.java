package com.truevault.web.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.TrueVault;
import com.truevault.billing.BillingCycle;
import com.truevault.device.Device;
import com.truevault.secret.RandomIds;
import com.truevault.testing.VaultFixture;
import com.truevault.traffic.Period;
import com.truevault.traffic.Usage;
import com.truevault.user.EmailAddress;
import com.truevault.user.Plan;
import com.truevault.user.User;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTrafficTest {
  private final VaultFixture fixture = new VaultFixture();
  private final TrueVault vault = fixture.vault();
  private final SampleTraffic traffic = new SampleTraffic(vault, fixture.clock());

  private static SampleData dataOf(VaultFixture fixture, SampleTraffic traffic) {
    return new SampleData(
        fixture.vault(),
        casey -> fixture.subscribe(casey, Plan.FAMILY, BillingCycle.MONTHLY),
        new RandomIds(new SecureRandom()),
        traffic);
  }

  private void fill() {
    // A Monday afternoon, when people are at work.
    fixture.clock().advance(Duration.ofHours(55));
    dataOf(fixture, traffic).fill(new DemoSignIns("a".repeat(16), "b".repeat(16), "c".repeat(16)));
  }

  private User casey() {
    return vault.users().findByEmail(EmailAddress.of(DemoSignIns.CUSTOMER)).orElseThrow();
  }

  private List<Boolean> online() {
    return vault.devices().of(casey()).stream().map(d -> d.presence().online()).toList();
  }

  @Test
  void fillsEveryChartOfAFreshDemo() {
    fill();

    List<Device> devices = vault.devices().of(casey());
    for (Device device : devices.subList(0, 2)) {
      for (Period period : Period.values()) {
        Usage usage = vault.traffic().usage(casey(), device.id(), period);
        long busy = usage.amounts().stream().filter(a -> a.bytes().total() > 0).count();
        assertTrue(busy > period.spans() / 4, device.profile().name() + " " + usage);
      }
    }
    assertEquals(List.of(true, true, false), online());
    assertEquals(Device.Presence.NEVER, devices.get(2).presence());
  }

  @Test
  void keepsDevicesConnectedWhileADemoRuns() {
    fill();
    Instant start = traffic.now();
    Usage before = vault.traffic().usage(casey(), phone().id(), Period.DAY);

    fixture.clock().advance(Duration.ofMinutes(30));
    traffic.reportSince(start);
    vault.maintenance().sweep();

    assertEquals(List.of(true, true, false), online());
    Usage after = vault.traffic().usage(casey(), phone().id(), Period.DAY);
    assertTrue(after.total().down() > before.total().down());
  }

  @Test
  void reportsNothingOfADeviceThatIsSwitchedOff() {
    fill();
    Instant start = traffic.now();
    vault.users().block("test", casey(), "test");

    fixture.clock().advance(Duration.ofMinutes(30));
    traffic.reportSince(start);
    vault.maintenance().sweep();

    assertEquals(List.of(false, false, false), online());
  }

  private Device phone() {
    return vault.devices().of(casey()).get(0);
  }
}
