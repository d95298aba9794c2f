package com.truevault.web.device;

import com.truevault.device.Device;
import com.truevault.entitlement.Entitlement;
import com.truevault.entitlement.Reason;
import com.truevault.server.ServerKey;
import com.truevault.traffic.Bytes;
import com.truevault.traffic.Encounter;
import com.truevault.web.page.Messages;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a device is connected and may be, and what helps if not. Where it connects from is not
 * known.
 *
 * @param online whether it shook hands with a server in the last three minutes
 * @param lastSeen rounded down to five minutes; null before the first connection
 * @param servers where it was in the last 24 hours, newest first
 * @param seenElsewhere whether more than one server sees it at this moment: it has just moved, or
 *     its key is used twice
 * @param bytesThisMonth since the month began, in UTC
 * @param delivered the servers that are to let it connect, and whether they have it already
 * @param allowed whether it may connect: its user may, and has it switched on
 * @param reasonCode why, stable
 * @param reasonText why, in words
 * @param nextStep what to do; null if nothing has to be done
 */
public record DeviceStatusJson(
    boolean online,
    @Nullable Instant lastSeen,
    List<SeenJson> servers,
    boolean seenElsewhere,
    BytesJson bytesThisMonth,
    List<DeliveredJson> delivered,
    boolean allowed,
    String reasonCode,
    String reasonText,
    @Nullable String nextStep) {
  private static final String SWITCHED_OFF = "device-disabled";
  private static final String NEVER_CONNECTED = "never-connected";

  /**
   * Puts together what is known.
   *
   * @param visible the servers that the user may know of; others are not named
   */
  static DeviceStatusJson from(
      Device device,
      Entitlement entitlement,
      Activity activity,
      Set<ServerKey> visible,
      Messages messages) {
    Reason reason = reason(device, entitlement, messages);
    boolean allowed = entitlement.allowed() && device.enabled();
    return new DeviceStatusJson(
        device.presence().online(),
        device.presence().lastSeen(),
        activity.encounters().stream()
            .filter(seen -> visible.contains(seen.server()))
            .map(SeenJson::from)
            .toList(),
        activity.encounters().stream().filter(Encounter::now).count() > 1,
        BytesJson.from(activity.thisMonth()),
        activity.holders().entrySet().stream()
            .filter(holder -> visible.contains(holder.getKey()))
            .map(holder -> new DeliveredJson(holder.getKey().value(), holder.getValue()))
            .sorted(Comparator.comparing(DeliveredJson::serverKey))
            .toList(),
        allowed,
        reason.code(),
        reason.text(),
        nextStep(allowed, device, reason, messages));
  }

  private static Reason reason(Device device, Entitlement entitlement, Messages messages) {
    return entitlement.allowed() && !device.enabled()
        ? new Reason(SWITCHED_OFF, messages.text("status.reason.device-disabled"), "")
        : entitlement.reasons().get(0);
  }

  private static @Nullable String nextStep(
      boolean allowed, Device device, Reason reason, Messages messages) {
    if (!allowed) {
      return messages.textOr("status.next." + reason.code(), messages.text("status.next.refused"));
    }
    return device.presence().lastSeen() == null
        ? messages.text("status.next." + NEVER_CONNECTED)
        : null;
  }

  /**
   * What reports said of a device.
   *
   * @param holders the servers that are to have it, and whether they do
   */
  record Activity(List<Encounter> encounters, Bytes thisMonth, Map<ServerKey, Boolean> holders) {}

  /** A server that is to let the device connect. */
  public record DeliveredJson(String serverKey, boolean delivered) {}

  /**
   * A server that saw the device.
   *
   * @param lastSeen rounded down to five minutes
   * @param now whether it sees it at this moment
   */
  public record SeenJson(String serverKey, Instant lastSeen, boolean now) {
    static SeenJson from(Encounter encounter) {
      return new SeenJson(encounter.server().value(), encounter.at(), encounter.now());
    }
  }
}
