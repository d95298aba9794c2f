package com.truevault.web.device;

import com.truevault.TrueVault;
import com.truevault.device.Configurations;
import com.truevault.device.DeviceId;
import com.truevault.server.ServerKey;
import com.truevault.user.User;
import com.truevault.web.http.Access;
import com.truevault.web.http.ContentType;
import com.truevault.web.http.Listing;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.session.CurrentUser;

/** The configurations of a device, with a placeholder where its private key goes. */
public final class ConfigRoutes implements Routes {
  private final TrueVault vault;

  /** Answers from the given vault. */
  public ConfigRoutes(TrueVault vault) {
    this.vault = vault;
  }

  @Override
  public void define(Router router) {
    router
        .get("/api/v1/devices/{deviceId}/config", this::config)
        .access(Access.USER)
        .summary("Answers the configuration as a file; put the private key in its place")
        .query("server", "The key of a server; the device's own if left out.")
        .answersAs(200, ContentType.TEXT)
        .problems("device-not-found", "server-not-found", "server-key-invalid", "not-entitled");
    router
        .get("/api/v1/devices/{deviceId}/configs", this::history)
        .access(Access.USER)
        .summary("Lists when configurations were written and handed out")
        .paged()
        .answersPage(ConfigJson.class)
        .problems("device-not-found");
  }

  private Response config(Request request) {
    User user = CurrentUser.of(request);
    DeviceId device = DeviceRoutes.id(request);
    ServerKey server = request.query().find("server").map(ServerKey::new).orElse(null);
    boolean isTaken = !request.method().equals("HEAD");
    Configurations.Text config =
        isTaken
            ? vault.configurations().of(user, device, server)
            : vault.configurations().preview(user, device, server);
    return Response.text(config.text())
        .attachment(config.device().tunnelName() + ".conf")
        .cache("no-store");
  }

  private Response history(Request request) {
    return Response.json(
        Listing.of(request)
            .slice(
                vault.configurations().history(CurrentUser.of(request), DeviceRoutes.id(request)),
                stored -> stored.server().value(),
                ConfigJson::from));
  }
}
