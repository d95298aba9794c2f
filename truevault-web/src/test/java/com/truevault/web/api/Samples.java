package com.truevault.web.api;

import com.truevault.device.Device;
import com.truevault.ledger.Invoice;
import com.truevault.server.ServerKey;
import com.truevault.user.EmailAddress;
import com.truevault.user.User;
import com.truevault.web.api.Cast.Member;
import com.truevault.web.host.TestHost;
import com.truevault.web.http.Method;
import com.truevault.web.http.Route;
import com.truevault.web.json.Json;
import com.truevault.webhook.DeliveryState;
import com.truevault.webhook.WebhookDelivery;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request for every route that its rightful caller would send; one for each, as some destroy. */
final class Samples {
  private final TestHost host;
  private final Cast cast;

  Samples(TestHost host, Cast cast) {
    this.host = host;
    this.cast = cast;
  }

  /** A route's path with its parameters replaced by things of the owner, made where needed. */
  String path(Route route, Member owner) {
    String path = route.path().text();
    if (path.endsWith("/resumption") || path.equals("/plan/resume")) {
      host.vault()
          .subscriptions()
          .current(owner.user())
          .filter(found -> found.status().isLive())
          .ifPresent(found -> host.vault().subscriptions().cancel(owner.user(), ""));
    }
    if (path.contains("{deviceId}")) {
      path = path.replace("{deviceId}", device(owner).id().value());
    }
    if (path.startsWith("/api/v1/admin/") || path.startsWith("/admin/")) {
      path = adminPath(path);
    }
    if (path.contains("sessions/{")) {
      path = path.replaceFirst("sessions/\\{[a-zA-Z]+}", "sessions/" + session(owner));
    }
    if (path.endsWith("/changes") && route.method() == Method.GET) {
      path += "?plan=family&cycle=yearly";
    }
    return path.replace("{name*}", "app.css")
        .replace("/invoices/{number}", "/invoices/" + invoice(owner))
        .replace("{number}", "1")
        .replace("{file}", invoice(owner) + ".pdf");
  }

  private String adminPath(String template) {
    String path = template;
    if (path.contains("users/{")) {
      String target = cast.newcomer().user().publicId();
      path = path.replaceFirst("users/\\{[a-zA-Z]+}", "users/" + target);
    }
    if (path.contains("sessions/{")) {
      String session = cast.newcomer().sessionId();
      path = path.replaceFirst("sessions/\\{[a-zA-Z]+}", "sessions/" + session);
    }
    if (path.contains("/{serverKey}/agent")) {
      TestAgent.of(host, "toronto");
    }
    if (path.contains("vips/{")) {
      path = path.replaceFirst("vips/\\{[a-zA-Z]+}", "vips/" + vipEntry());
    }
    if (path.contains("subscriptions/{")) {
      path = path.replaceFirst("subscriptions/\\{[a-zA-Z]+}", "subscriptions/" + subscription());
    }
    if (path.contains("{transmissionId}")) {
      path = path.replace("{transmissionId}", delivery());
    }
    return path.replace("{serverKey}", "toronto")
        .replace("{file}", "users")
        .replace("{template}", "welcome")
        .replaceFirst("\\{(messageId|id)}", "none");
  }

  private String subscription() {
    User payer = cast.subscriber().user();
    return host.vault().subscriptions().current(payer).orElseThrow().publicId();
  }

  private String delivery() {
    String id = "delivery-" + cast.freshEmail("").replaceAll("[^0-9]", "");
    host.vault()
        .storage()
        .webhooks()
        .add(
            new WebhookDelivery(
                "WH-" + id,
                "PAYMENT.SALE.COMPLETED",
                id,
                Map.of("paypal-transmission-id", id),
                "{}".getBytes(StandardCharsets.UTF_8),
                "verified",
                Instant.parse("2026-03-01T12:00:00Z"),
                DeliveryState.DONE,
                1,
                ""));
    return id;
  }

  /** The number of what the owner paid last; of nothing if that was nothing. */
  private String invoice(Member owner) {
    return host.vault().invoices().ofUser(owner.user().id()).stream()
        .findFirst()
        .map(Invoice::number)
        .map(this::printed)
        .orElse("INV-2031-999");
  }

  /** Documents are made when they are first asked for; this one has been. */
  private String printed(String number) {
    host.vault().invoices().document(number);
    return number;
  }

  private String newestList() {
    host.vault().peerLists().publish();
    return host.vault()
        .peerLists()
        .current(new ServerKey("toronto"))
        .orElseThrow()
        .version()
        .toString();
  }

  private static Map<String, Object> report() {
    Map<String, Object> report = of("software", "test", "sentAt", "2026-03-01T12:00:00Z");
    for (String count : List.of("wanted", "present", "unexpected", "port", "freeBytes")) {
      report.put(count, 1);
    }
    for (String list : List.of("missing", "strangers", "peers")) {
      report.put(list, List.of());
    }
    return report;
  }

  private Device device(Member owner) {
    return host.vault().devices().of(owner.user()).stream()
        .findFirst()
        .orElseGet(() -> cast.device(owner));
  }

  private String session(Member owner) {
    return cast.signedIn(owner.user()).sessionId();
  }

  private String vipEntry() {
    EmailAddress email = EmailAddress.of(cast.freshEmail("listed"));
    return host.vault().vips().add("system", email, "").publicId();
  }

  /** The JSON body of an API route; null if it takes none. */
  @Nullable Map<String, Object> body(Route route) {
    if (!route.isApi() || route.method() == Method.GET) {
      return null;
    }
    return switch (route.toString().replace("/api/v1/", "")) {
      case "POST users" ->
          of(
              "email",
              cast.freshEmail("new"),
              "password",
              Cast.PASSWORD,
              "firstName",
              "New",
              "lastName",
              "User");
      case "POST verifications" -> of("token", "no-such-token");
      case "POST passwords/forgot" -> of("email", "nobody@example.com");
      case "POST passwords/reset" -> of("token", "no-such-token", "newPassword", "long new words");
      case "POST sessions" -> of("email", cast.newcomer().email(), "password", Cast.PASSWORD);
      case "PATCH me" -> of("firstName", "Ann");
      case "DELETE me" -> of("confirmation", "DELETE", "password", Cast.PASSWORD);
      case "POST me/password" ->
          of("currentPassword", Cast.PASSWORD, "newPassword", "other long words");
      case "POST me/second-factor", "DELETE me/second-factor" ->
          of("currentPassword", Cast.PASSWORD);
      case "POST me/second-factor/confirmation" -> of("code", "000000");
      case "POST subscriptions" -> of("plan", "personal", "cycle", "monthly");
      case "POST subscriptions/current/cancellation" -> of("reason", "moving");
      case "POST subscriptions/current/changes" ->
          of("plan", "family", "cycle", "monthly", "amountMinor", 1499);
      case "POST devices" ->
          of(
              "name", "Tablet",
              "type", "tablet",
              "operatingSystem", "Android",
              "publicKey", Cast.key().base64(),
              "server", Cast.SERVER);
      case "PATCH devices/{deviceId}" -> of("name", "Renamed");
      case "POST devices/{deviceId}/keys" -> of("publicKey", Cast.key().base64());
      case "PATCH admin/users/{id}" -> of("blocked", true, "reason", "test");
      case "POST admin/servers" ->
          of(
              "serverKey",
              "s" + cast.freshEmail("").replaceAll("[^0-9]", "") + "_new",
              "serverName",
              "New",
              "ipAddress",
              "192.0.2.20",
              "publicKey",
              Cast.key().base64());
      case "POST agent/enrolments" ->
          of(
              "token",
              host.vault().agents().invite("system", new ServerKey(Cast.SERVER)).token(),
              "software",
              "test");
      case "POST agent/reports" -> report();
      case "POST admin/servers/{serverKey}/confirmations" -> of("version", newestList());
      case "PATCH admin/servers/{serverKey}" -> of("serverName", "Other");
      case "POST admin/servers/{serverKey}/maintenance" ->
          of("startsAt", "2126-01-01T00:00:00Z", "endsAt", "2126-01-01T01:00:00Z");
      case "POST admin/subscriptions/{id}/refunds" ->
          of("saleId", "SALE-none", "amountMinor", 100, "reason", "a bad day");
      case "POST admin/subscriptions/{id}/grants" ->
          of("kind", "bonus", "days", 3, "reason", "a bad day");
      case "POST admin/subscriptions/{id}/decisions" ->
          of("about", "nothing", "decision", "dismiss");
      case "POST admin/vips" -> of("email", cast.freshEmail("friend"));
      case "PATCH admin/vips/{id}" -> of("notes", "noted");
      case "PATCH admin/settings" -> of("site_tagline", "Safe and sound");
      case "PUT admin/mail-templates/{template}", "POST admin/mail-templates/{template}/preview" ->
          of("subject", "Hi from {site}", "body", "Hi {name}\n{link}\n");
      case "PATCH admin/theme" -> of("button_radius", "6px");
      default -> null;
    };
  }

  /** Sends a route's request as somebody. */
  Answer send(Client client, Route route, Member owner) {
    Map<String, Object> body = body(route);
    String method = route.method().name();
    if (!route.isApi() && route.method() != Method.GET) {
      return client.send(
          method, path(route, owner), "application/x-www-form-urlencoded", form(route));
    }
    return client.send(method, path(route, owner), body == null ? null : Json.text(body));
  }

  private String form(Route route) {
    return switch (route.path().text()) {
      case "/sign-in" -> "email=" + cast.newcomer().email() + "&password=correct+horse+battery";
      case "/sign-up" ->
          "email=" + cast.freshEmail("page") + "&password=correct+horse+battery&firstName=A";
      case "/forgot" -> "email=nobody@example.com";
      case "/plan" -> "plan=personal&cycle=monthly";
      case "/plan/change" -> "plan=family&cycle=monthly&price=1499";
      case "/profile/names" -> "firstName=Ann&lastName=B";
      case "/admin/servers/{serverKey}/maintenance" -> "start=2126-01-01T00:00&minutes=60&note=";
      case "/admin/mails/{template}", "/admin/mails/{template}/preview" ->
          "subject=Hi&body=Go:%0A%7Blink%7D";
      case "/devices/{deviceId}/server" -> "server=toronto";
      default -> "";
    };
  }

  static Map<String, Object> of(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
