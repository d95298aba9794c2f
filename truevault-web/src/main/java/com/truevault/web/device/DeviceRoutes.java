package com.truevault.web.device;

import com.truevault.TrueVault;
import com.truevault.device.Device;
import com.truevault.device.DeviceId;
import com.truevault.web.http.Access;
import com.truevault.web.http.Listing;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.session.CurrentUser;

/** Adding, changing and removing the user's devices. */
public final class DeviceRoutes implements Routes {
  private static final String DEVICES = "/api/v1/devices";
  private static final String DEVICE = DEVICES + "/{deviceId}";

  private final TrueVault vault;

  /** Answers from the given vault. */
  public DeviceRoutes(TrueVault vault) {
    this.vault = vault;
  }

  @Override
  public void define(Router router) {
    router
        .post(DEVICES, this::add)
        .access(Access.USER)
        .summary("Adds a device; a number is put behind a name that is taken")
        .body(NewDeviceJson.class)
        .answers(201, DeviceJson.class)
        .problems(
            "not-entitled",
            "device-limit-reached",
            "public-key-invalid",
            "public-key-taken",
            "server-not-found",
            "server-key-invalid",
            "server-in-trouble",
            "text-invalid",
            "addresses-exhausted");
    router
        .get(DEVICES, this::list)
        .access(Access.USER)
        .summary("Lists the user's devices, oldest first")
        .paged()
        .answersPage(DeviceJson.class);
    router
        .get(DEVICE, this::show)
        .access(Access.USER)
        .summary("Shows one device")
        .answers(200, DeviceJson.class)
        .problems("device-not-found");
    router
        .patch(DEVICE, this::change)
        .access(Access.USER)
        .summary("Renames, switches, moves or tunes a device")
        .body(DeviceChangeJson.class)
        .answers(200, DeviceJson.class)
        .problems(
            "device-not-found",
            "server-not-found",
            "server-key-invalid",
            "server-in-trouble",
            "options-invalid",
            "split-tunnel-off",
            "text-invalid");
    router
        .delete(DEVICE, this::remove)
        .access(Access.USER)
        .summary("Removes a device; its key is never accepted again")
        .answers(204)
        .problems("device-not-found");
    router
        .post(DEVICE + "/keys", this::replaceKey)
        .access(Access.USER)
        .summary("Gives a device another key; name, address and server stay")
        .body(PublicKeyJson.class)
        .answers(200, DeviceJson.class)
        .problems("device-not-found", "public-key-invalid", "public-key-taken");
  }

  private Response add(Request request) {
    Device device =
        vault.devices().add(CurrentUser.of(request), request.json(NewDeviceJson.class).device());
    return Response.created(DEVICES + "/" + device.id(), DeviceJson.from(device));
  }

  private Response list(Request request) {
    return Response.json(
        Listing.of(request)
            .slice(
                vault.devices().of(CurrentUser.of(request)),
                device -> device.id().value(),
                DeviceJson::from));
  }

  private Response show(Request request) {
    return Response.json(
        DeviceJson.from(vault.devices().require(CurrentUser.of(request), id(request))));
  }

  private Response change(Request request) {
    return Response.json(
        DeviceJson.from(
            vault
                .devices()
                .change(
                    CurrentUser.of(request),
                    id(request),
                    request.json(DeviceChangeJson.class).change())));
  }

  private Response remove(Request request) {
    vault.devices().remove(CurrentUser.of(request), id(request));
    return Response.noContent();
  }

  private Response replaceKey(Request request) {
    return Response.json(
        DeviceJson.from(
            vault
                .devices()
                .replaceKey(
                    CurrentUser.of(request),
                    id(request),
                    request.json(PublicKeyJson.class).key())));
  }

  static DeviceId id(Request request) {
    return new DeviceId(request.pathParameter("deviceId"));
  }
}
