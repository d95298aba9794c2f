package com.truevault.web.page.customer;

import com.truevault.device.Device;
import com.truevault.entitlement.Entitlement;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Tone;
import com.truevault.web.page.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a user stands: the sentence that says so has a key of its name, and there is a next step. */
enum Standing {
  NEVER_SUBSCRIBED(Tone.WARN, "plan", "/plan"),
  APPROVAL_PENDING(Tone.WARN, "approve", "/plan"),
  SUBSCRIPTION_ENDED(Tone.BAD, "plan", "/plan"),
  PAYMENT_MISSING(Tone.BAD, "pay", "/plan"),
  RENEWAL_MISSING(Tone.BAD, "pay", "/plan"),
  BLOCKED(Tone.BAD, "support", ""),
  REFUSED(Tone.BAD, "pay", "/plan"),
  RENEWAL_FAILED(Tone.WARN, "pay", "/plan"),
  NO_DEVICE(Tone.WARN, "add", "/devices/new"),
  ALL_DISABLED(Tone.WARN, "enable", "/devices"),
  PROTECTED(Tone.GOOD, "devices", "/devices"),
  READY(Tone.PLAIN, "devices", "/devices");

  private final Tone tone;
  private final String step;
  private final String href;

  Standing(Tone tone, String step, String href) {
    this.tone = tone;
    this.step = step;
    this.href = href;
  }

  static Standing of(Entitlement entitlement, List<Device> devices) {
    if (!entitlement.allowed()) {
      return refused(entitlement);
    }
    if (decided(entitlement) == RENEWAL_FAILED) {
      return RENEWAL_FAILED;
    }
    if (devices.isEmpty()) {
      return NO_DEVICE;
    }
    if (devices.stream().noneMatch(Device::enabled)) {
      return ALL_DISABLED;
    }
    return devices.stream().anyMatch(device -> device.presence().online()) ? PROTECTED : READY;
  }

  /** Why somebody may not connect; {@link #REFUSED} for reasons that have no words here yet. */
  static Standing refused(Entitlement entitlement) {
    Standing decided = decided(entitlement);
    return decided == null ? REFUSED : decided;
  }

  /** The standing that the first reason is named after; null if there is none. */
  private static @Nullable Standing decided(Entitlement entitlement) {
    String name = entitlement.reasons().get(0).code().replace('-', '_').toUpperCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(standing -> standing.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** Whether paying helps. */
  boolean isAboutMoney() {
    return href.equals("/plan");
  }

  Tone tone() {
    return tone;
  }

  String key() {
    return "dashboard." + Words.key(this);
  }

  /** What to do now; without a support address, a blocked user is at least shown the plan. */
  Step next(Messages messages, String support) {
    if (this != BLOCKED) {
      return new Step(messages.text("dashboard.next." + step), href);
    }
    return support.isEmpty()
        ? new Step(messages.text("dashboard.next.pay"), "/plan")
        : new Step(messages.text("dashboard.next.support"), "mailto:" + support);
  }
}
