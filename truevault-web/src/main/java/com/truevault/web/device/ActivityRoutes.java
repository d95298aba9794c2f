package com.truevault.web.device;

import com.truevault.TrueVault;
import com.truevault.device.Device;
import com.truevault.device.DeviceId;
import com.truevault.entitlement.Entitlement;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.traffic.Bytes;
import com.truevault.traffic.Period;
import com.truevault.user.User;
import com.truevault.web.device.DeviceStatusJson.Activity;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.json.InvalidFieldsException;
import com.truevault.web.page.Messages;
import com.truevault.web.session.CurrentUser;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether the user's devices are connected, and how much they carried. */
public final class ActivityRoutes implements Routes {
  private final TrueVault vault;
  private final Messages messages = new Messages(Locale.ENGLISH);

  /** Answers from the given vault. */
  public ActivityRoutes(TrueVault vault) {
    this.vault = vault;
  }

  @Override
  public void define(Router router) {
    router
        .get("/api/v1/devices/{deviceId}/status", this::status)
        .access(Access.USER)
        .summary("Says whether a device is connected and may be, and what helps if not")
        .answers(200, DeviceStatusJson.class)
        .problems("device-not-found");
    router
        .get("/api/v1/devices/{deviceId}/traffic", this::traffic)
        .access(Access.USER)
        .summary("Says how much a device carried")
        .query("period", "day (by hours), week or month (by days); week if left out.")
        .answers(200, DeviceTrafficJson.class)
        .problems("device-not-found");
  }

  private Response status(Request request) {
    User user = CurrentUser.of(request);
    Device device = vault.devices().require(user, DeviceRoutes.id(request));
    Entitlement entitlement = vault.entitlements().of(user);
    Set<ServerKey> visible =
        vault.servers().visibleTo(entitlement).stream()
            .map(Server::key)
            .collect(Collectors.toSet());
    Activity activity =
        new Activity(
            vault.traffic().encounters(user, device.id()),
            vault.traffic().thisMonth(user).getOrDefault(device.id(), Bytes.NONE),
            vault.agentReports().holders(device.publicKey()));
    return Response.json(DeviceStatusJson.from(device, entitlement, activity, visible, messages));
  }

  private Response traffic(Request request) {
    DeviceId device = DeviceRoutes.id(request);
    Period period = request.query().find("period").map(ActivityRoutes::period).orElse(Period.WEEK);
    return Response.json(
        DeviceTrafficJson.from(vault.traffic().usage(CurrentUser.of(request), device, period)));
  }

  private static Period period(String name) {
    return Arrays.stream(Period.values())
        .filter(period -> period.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> new InvalidFieldsException("period", "must be one of day, week, month"));
  }
}
