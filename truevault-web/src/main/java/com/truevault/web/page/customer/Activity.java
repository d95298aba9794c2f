package com.truevault.web.page.customer;

import com.truevault.TrueVault;
import com.truevault.device.Device.Presence;
import com.truevault.device.DeviceId;
import com.truevault.traffic.Bytes;
import com.truevault.user.User;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * When a user's devices were seen and what they carried this month, in words.
 *
 * @param now when that is said
 */
public record Activity(Instant now, Map<DeviceId, Bytes> thisMonth) {
  private static final Duration JUST_NOW = Duration.ofMinutes(5);
  private static final Duration LONG_AGO = Duration.ofDays(60);

  /** Gathers what is known of a user's devices. */
  public static Activity of(TrueVault vault, User user, Instant now) {
    return new Activity(now, vault.traffic().thisMonth(user));
  }

  /** When a device was last seen: now, some time ago, or never. */
  public String seen(Presence presence, Messages messages) {
    Instant last = presence.lastSeen();
    if (last == null) {
      return messages.text("seen.never");
    }
    return presence.online()
        ? messages.text("seen.now")
        : messages.text("seen.at", ago(last, messages));
  }

  /** How long ago something was, no finer than it is known. */
  public String ago(Instant at, Messages messages) {
    Duration age = Duration.between(at, now);
    if (age.compareTo(JUST_NOW) < 0) {
      return messages.text("ago.now");
    }
    if (age.toHours() < 1) {
      return messages.text("ago.minutes", age.toMinutes() / 5 * 5);
    }
    if (age.toDays() < 1) {
      return counted("ago.hour", age.toHours(), messages);
    }
    return age.compareTo(LONG_AGO) < 0
        ? counted("ago.day", age.toDays(), messages)
        : messages.text("ago.date", Words.day(at));
  }

  /** What a device carried since the month began. */
  public String carried(DeviceId device, Messages messages) {
    return month(thisMonth.getOrDefault(device, Bytes.NONE), messages);
  }

  /** What all devices together carried since the month began. */
  public String carried(Messages messages) {
    return month(thisMonth.values().stream().reduce(Bytes.NONE, Bytes::plus), messages);
  }

  private static String month(Bytes bytes, Messages messages) {
    return bytes.total() == 0
        ? messages.text("traffic.this_month.none")
        : messages.text("traffic.this_month", Words.bytes(bytes.total()));
  }

  private static String counted(String key, long count, Messages messages) {
    return count == 1 ? messages.text(key) : messages.text(key + "s", count);
  }
}
