package com.truevault.web.tunnel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.truevault.web.api.Answer;
import com.truevault.web.api.Client;
import com.truevault.web.browser.Visit;
import com.truevault.wireguard.Configuration;
import com.truevault.wireguard.system.Program;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Somebody who does everything by the API. */
final class Customer {
  private static final Program WG = new Program(List.of(), Duration.ofSeconds(10));

  private final Client api;
  private final String email;

  private Customer(Client api, String email) {
    this.api = api;
    this.email = email;
  }

  /** A device and the half of its key that never leaves it. */
  record Owned(String id, String privateKey, String publicKey) {}

  static Customer signUp(String url, String email) {
    Client nobody = new Client(url, null);
    demand(
        201,
        nobody.post(
            "/api/v1/users",
            Map.of("email", email, "password", Visit.PASSWORD, "firstName", "Bo", "lastName", "")));
    return signIn(url, email, Visit.PASSWORD);
  }

  static Customer signIn(String url, String email, String password) {
    Client nobody = new Client(url, null);
    Answer session =
        demand(201, nobody.post("/api/v1/sessions", Map.of("email", email, "password", password)));
    return new Customer(nobody.as(session.text("token")), email);
  }

  String email() {
    return email;
  }

  void subscribe() {
    Answer opened =
        demand(
            201, api.post("/api/v1/subscriptions", Map.of("plan", "family", "cycle", "monthly")));
    demand(303, api.as(null).form(opened.text("approvalUrl"), Map.of("decision", "approve")));
    demand(200, api.send("POST", "/api/v1/subscriptions/current/refresh", null));
  }

  Owned addDevice(String name, String server) {
    String privateKey = WG.run(List.of("wg", "genkey"), "").output().strip();
    String publicKey = WG.run(List.of("wg", "pubkey"), privateKey).output().strip();
    Answer added =
        demand(
            201,
            api.post(
                "/api/v1/devices",
                Map.of(
                    "name", name,
                    "type", "desktop",
                    "operatingSystem", "Linux",
                    "publicKey", publicKey,
                    "server", server)));
    return new Owned(added.text("deviceId"), privateKey, publicKey);
  }

  /** The downloaded file with the private key in its place. */
  String configuration(Owned device) {
    return demand(200, api.get(path(device) + "/config"))
        .body()
        .replace(Configuration.PRIVATE_KEY, device.privateKey());
  }

  void switchServer(Owned device, String server) {
    demand(200, api.patch(path(device), Map.of("server", server)));
  }

  void revoke(Owned device) {
    demand(204, api.delete(path(device)));
  }

  Answer get(String path) {
    return demand(200, api.get(path));
  }

  Answer patch(String path, Object body) {
    return demand(200, api.patch(path, body));
  }

  Answer post(String path, Object body) {
    return demand(201, api.post(path, body));
  }

  private static String path(Owned device) {
    return "/api/v1/devices/" + device.id();
  }

  private static Answer demand(int status, Answer answer) {
    assertEquals(status, answer.status(), answer::body);
    return answer;
  }
}
