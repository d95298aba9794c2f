package com.truevault.web.host;

import com.truevault.TrueVault;
import com.truevault.secret.MasterKey;
import com.truevault.secret.RandomIds;
import com.truevault.testing.InMemoryStorage;
import com.truevault.testing.RecordingMailSender;
import com.truevault.testing.SettableClock;
import com.truevault.testing.SimulatedGateway;
import com.truevault.web.health.HealthRoutes;
import com.truevault.web.health.Readiness;
import com.truevault.web.http.Route;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.http.SessionTokens;
import com.truevault.web.http.SigningKey;
import com.truevault.web.openapi.OpenApi;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The routes that programs call, made without a server. */
final class ApiTable {
  private ApiTable() {}

  static List<Route> routes() {
    RandomIds random = new RandomIds(new SecureRandom());
    SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    TrueVault vault =
        TrueVault.builder()
            .storage(new InMemoryStorage())
            .payments(new SimulatedGateway(random, clock, "https://pay.example.com/"))
            .mail(new RecordingMailSender())
            .masterKeys(new MasterKey("k1", random.bytes(32)))
            .clock(clock)
            .build();
    SessionTokens tokens =
        new SessionTokens(
            new SigningKey("k1", random.bytes(32)), List.of(), "https://vpn.example.com", clock);
    List<Routes> all = new ArrayList<>(ApiRoutes.all(vault, tokens, clock));
    all.add(
        new HealthRoutes(
            new Readiness(vault.storage(), vault.deliveries(), () -> Long.MAX_VALUE, clock)));
    all.add(OpenApi.of("test"));
    return Router.of(all).routes().stream().filter(Route::isApi).toList();
  }
}
