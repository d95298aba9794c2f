package com.truevault.web.page.customer;

import com.truevault.device.Device;
import com.truevault.traffic.Encounter;
import com.truevault.web.page.Messages;
import java.util.List;

/**
 * Whether a device is connected, through which server, and what it carried.
 *
 * @param waiting whether it may connect but never did
 * @param known whether it ever connected
 * @param seen when it was last seen, in words
 * @param places the servers of the last 24 hours, newest first
 * @param elsewhere whether two servers see it at this moment
 * @param month what it carried this month, in words
 */
public record DeviceActivity(
    boolean waiting,
    boolean known,
    String seen,
    List<Place> places,
    boolean elsewhere,
    String month,
    TrafficChart chart) {
  /** A server, and when the device was there. */
  public record Place(String server, String when) {}

  /**
   * What is known of a device.
   *
   * @param encounters the servers that saw it; those its user may not see are left out
   */
  static DeviceActivity of(
      Device device,
      Holdings holdings,
      List<Encounter> encounters,
      TrafficChart chart,
      Messages messages) {
    Activity activity = holdings.activity();
    ServerNames names = ServerNames.of(holdings.servers());
    return new DeviceActivity(
        holdings.entitlement().allowed()
            && device.enabled()
            && device.presence().lastSeen() == null,
        device.presence().lastSeen() != null,
        activity.seen(device.presence(), messages),
        encounters.stream()
            .filter(seen -> names.knows(seen.server()))
            .map(seen -> new Place(names.name(seen.server()), when(seen, activity, messages)))
            .toList(),
        encounters.stream().filter(Encounter::now).count() > 1,
        activity.carried(device.id(), messages),
        chart);
  }

  private static String when(Encounter seen, Activity activity, Messages messages) {
    return seen.now() ? messages.text("ago.now") : activity.ago(seen.at(), messages);
  }
}
