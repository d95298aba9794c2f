package com.truevault.web.page.customer;

import com.truevault.device.Device;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The server of a device is in trouble, and another is not.
 *
 * @param server what it is called
 * @param instead the key of the server to use meanwhile; null if there is none
 * @param insteadName what that is called; empty if there is none
 */
public record TroubleNote(
    String deviceId,
    String deviceName,
    String server,
    Instant since,
    @Nullable String instead,
    String insteadName) {

  /** The notes for the devices of a user, who is not told of servers that they may not see. */
  public static List<TroubleNote> all(Holdings holdings) {
    return holdings.devices().stream()
        .filter(device -> device.enabled() && holdings.entitlement().allowed())
        .flatMap(device -> of(device, holdings).stream())
        .toList();
  }

  /** The note for one device. */
  public static Optional<TroubleNote> of(Device device, Holdings holdings) {
    Instant since = holdings.troubles().get(device.server());
    return since == null
        ? Optional.empty()
        : server(device.server(), holdings).map(down -> note(device, down, since, holdings));
  }

  private static TroubleNote note(Device device, Server down, Instant since, Holdings holdings) {
    Server instead = instead(down, holdings);
    return new TroubleNote(
        device.id().value(),
        device.profile().name(),
        down.label().name(),
        since,
        instead == null ? null : instead.key().value(),
        instead == null ? "" : instead.label().name());
  }

  /** The nearest that is known of: one in the same country, if there is any. */
  private static @Nullable Server instead(Server down, Holdings holdings) {
    String country = down.location().country();
    return holdings.servers().stream()
        .filter(server -> !holdings.troubles().containsKey(server.key()))
        .filter(server -> server.state().lastPing() == null || server.state().online())
        .min(Comparator.comparing(server -> !server.location().country().equals(country)))
        .orElse(null);
  }

  private static Optional<Server> server(ServerKey key, Holdings holdings) {
    return holdings.servers().stream().filter(server -> server.key().equals(key)).findFirst();
  }
}
