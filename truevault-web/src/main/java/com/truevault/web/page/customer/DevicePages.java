package com.truevault.web.page.customer;

import com.truevault.device.Device;
import com.truevault.device.DeviceChange;
import com.truevault.device.DeviceId;
import com.truevault.server.ServerKey;
import com.truevault.traffic.Period;
import com.truevault.traffic.Traffic;
import com.truevault.user.User;
import com.truevault.web.http.Access;
import com.truevault.web.http.Parameters;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.Area;
import com.truevault.web.page.Form;
import com.truevault.web.page.PageKit;
import com.truevault.wireguard.DnsChoice;
import com.truevault.wireguard.TunnelMode;
import java.util.Locale;
import java.util.Map;

/** Listing, adding and changing devices. Keys are made by the page, so adding goes by the API. */
public final class DevicePages implements Routes {
  private final PageKit kit;

  /** Shows the pages with the given kit. */
  public DevicePages(PageKit kit) {
    this.kit = kit;
  }

  @Override
  public void define(Router router) {
    router.get("/devices", this::list).access(Access.USER).summary("Lists devices");
    router.get("/devices/new", this::add).access(Access.USER).summary("Asks for a new device");
    String one = "/devices/{deviceId}";
    router.get(one, this::show).access(Access.USER).summary("Shows a device");
    router
        .post(one + "/server", this::move)
        .form("server")
        .access(Access.USER)
        .summary("Switches the server");
    router
        .post(one + "/settings", this::save)
        .form("name", "dns", "mtu", "keepalive", "tunnelMode", "presharedKey")
        .access(Access.USER)
        .summary("Changes a device");
    router.post(one + "/enable", this::enable).access(Access.USER).summary("Enables a device");
    router.post(one + "/disable", this::disable).access(Access.USER).summary("Disables a device");
    router
        .post(one + "/remove", this::remove)
        .form("then")
        .access(Access.USER)
        .summary("Removes a device");
  }

  private Response list(Request request) {
    Holdings holdings = holdings(request);
    var page = new DevicesPage(holdings.cards(kit.messages()), holdings.room(kit.messages()));
    return kit.show(request, Area.CUSTOMER, "customer/devices", page);
  }

  private Response add(Request request) {
    Holdings holdings = holdings(request);
    var page =
        new AddDevicePage(
            holdings.choices(null, kit.messages()),
            holdings.room(kit.messages()),
            holdings.cards(kit.messages()));
    return kit.show(request, Area.CUSTOMER, "customer/add-device", page);
  }

  private Response show(Request request) {
    Device device = device(request);
    return page(200, request, device, DevicePage.settings(device));
  }

  private Response move(Request request) {
    ServerKey server = new ServerKey(request.form().text("server"));
    change(request, DeviceChange.toServer(server));
    return Response.redirect(path(request) + "?done=device.switched#new-file");
  }

  private Response save(Request request) {
    Form typed =
        Form.typed(request.form(), "name", "dns", "mtu", "keepalive", "tunnelMode", "presharedKey");
    return kit.submit(
        typed,
        Map.of(),
        () -> {
          change(request, wanted(request.form()));
          return kit.done(path(request), "device.saved");
        },
        (status, form) -> page(status, request, device(request), form));
  }

  private Response enable(Request request) {
    change(request, DeviceChange.toEnabled(true));
    return kit.done(path(request), "device.enabled");
  }

  private Response disable(Request request) {
    change(request, DeviceChange.toEnabled(false));
    return kit.done(path(request), "device.disabled");
  }

  private Response remove(Request request) {
    kit.vault().devices().remove(kit.user(request), id(request));
    boolean goesOn = request.form().text("then", "").equals("add");
    return kit.done(goesOn ? "/devices/new" : "/devices", "device.removed");
  }

  private static DeviceChange wanted(Parameters sent) {
    var tunnel =
        new DeviceChange.Tunnel(
            DnsChoice.valueOf(upper(sent.text("dns"))),
            sent.number("mtu", 1420, 1280, 1500),
            sent.number("keepalive", 25, 0, 60),
            TunnelMode.valueOf(upper(sent.text("tunnelMode"))));
    boolean preshared = sent.isChecked("presharedKey");
    return new DeviceChange(sent.text("name"), null, null, null, null, preshared, tunnel);
  }

  private void change(Request request, DeviceChange wanted) {
    User user = kit.user(request);
    kit.vault().devices().change(user, id(request), wanted);
  }

  private Response page(int status, Request request, Device device, Form settings) {
    Holdings holdings = holdings(request);
    DeviceActivity activity = activity(request, device, holdings);
    var page = DevicePage.from(device, holdings, activity, settings, kit.messages());
    return kit.show(status, request, Area.CUSTOMER, "customer/device", page);
  }

  private DeviceActivity activity(Request request, Device device, Holdings holdings) {
    User user = kit.user(request);
    Traffic traffic = kit.vault().traffic();
    return DeviceActivity.of(
        device,
        holdings,
        traffic.encounters(user, device.id()),
        TrafficChart.of(traffic.usage(user, device.id(), period(request))),
        kit.messages());
  }

  private Holdings holdings(Request request) {
    return Holdings.of(kit.vault(), kit.user(request), kit.now());
  }

  private static Period period(Request request) {
    String wanted = request.query().text("period", "");
    return TrafficChart.PERIODS.contains(wanted) ? Period.valueOf(upper(wanted)) : Period.WEEK;
  }

  private Device device(Request request) {
    return kit.vault().devices().require(kit.user(request), id(request));
  }

  private static DeviceId id(Request request) {
    return new DeviceId(request.pathParameter("deviceId"));
  }

  private static String path(Request request) {
    return "/devices/" + id(request);
  }

  private static String upper(String value) {
    return value.toUpperCase(Locale.ROOT);
  }
}
