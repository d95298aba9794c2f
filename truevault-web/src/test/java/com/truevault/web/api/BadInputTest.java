package com.truevault.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.web.api.Cast.Member;
import com.truevault.web.host.TestHost;
import com.truevault.web.http.FakeIncoming;
import com.truevault.web.http.Route;
import com.truevault.web.json.Json;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input is a clear problem and stores nothing (security rows 49, 56 and 57). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
  private final TestHost host = TestHost.inMemory();
  private final Cast cast = new Cast(host);
  private final Samples samples = new Samples(host, cast);
  private final Declared declared = Declared.read();
  private final Member user = cast.subscriber();
  private final Member administrator = cast.administrator();

  @AfterAll
  void stop() {
    host.close();
  }

  @Test
  void bodiesThatNoRecordFitsAreRefusedByEveryRouteWithTheField() {
    for (Route route : host.routes()) {
      if (route.body().isPresent()) {
        String path = samples.path(route, user);
        Mutants mutants = new Mutants(route, samples.body(route));
        Stored before = Stored.in(host.vault());
        for (Mutants.Mutant mutant : mutants.all()) {
          Answer answer = client(route).send(route.method().name(), path, mutant.json());
          String what = route + " " + mutant.what() + ": " + answer.body();
          declared.require(route, answer.code());
          assertEquals(400, answer.status(), what);
          assertTrue(answer.code().matches("invalid-fields|malformed-json"), what);
          if (answer.code().equals("invalid-fields")) {
            assertTrue(answer.body().contains("\"field\":\"" + mutant.field()), what);
          }
        }
        assertEquals(before, Stored.in(host.vault()), route.toString());
      }
    }
  }

  @Test
  void bodiesOfAnotherKindOrTooLongAreRefusedByEveryRoute() {
    for (Route route : host.routes()) {
      if (route.body().isPresent() || route.hasTextsBody()) {
        String path = samples.path(route, user);
        String body = Json.text(samples.body(route));
        String method = route.method().name();
        Stored before = Stored.in(host.vault());
        assertEquals(
            415, client(route).send(method, path, "text/plain", body).status(), route.toString());
        assertEquals(
            415,
            client(route).send(method, path, "application/x-www-form-urlencoded", "a=b").status(),
            route.toString());
        String padded = body.substring(0, 1) + " ".repeat(route.maxBody()) + body.substring(1);
        assertEquals(413, withoutServer(route, path, padded), route.toString());
        assertEquals(before, Stored.in(host.vault()), route.toString());
      }
    }
  }

  @Test
  void parametersThatAreUnknownOrRepeatedAreRefusedByEveryRoute() {
    for (Route route : host.routes()) {
      if (route.isApi()) {
        String path = samples.path(route, user);
        String method = route.method().name();
        Map<String, Object> body = samples.body(route);
        String json = body == null ? null : Json.text(body);
        Stored before = Stored.in(host.vault());
        for (String query : new String[] {"?shoeSize=43", "?limit=1&limit=2", "?x=%ff"}) {
          Answer answer = client(route).send(method, path + query, json);
          assertEquals(400, answer.status(), route + query + " " + answer.body());
          declared.require(route, answer.code());
        }
        assertEquals(before, Stored.in(host.vault()), route.toString());
      }
    }
  }

  /** In values \n is a line end, § a right-to-left mark, ¤ a bell and … 500 letters. */
  @ParameterizedTest(name = "{0} with {1} = {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          POST /api/v1/users                     | email            | ''                          | 400 | email-invalid
          POST /api/v1/users                     | email            | nobody                      | 400 | email-invalid
          POST /api/v1/users                     | email            | …@example.com               | 400 | email-invalid
          POST /api/v1/users                     | email            | а@example.com               | 400 | email-invalid
          POST /api/v1/users                     | email            | a@example.com\\nBcc: b@c.org | 400 | email-invalid
          POST /api/v1/users                     | email            | a@ex ample.com              | 400 | email-invalid
          POST /api/v1/users                     | password         | short                       | 400 | password-refused
          POST /api/v1/users                     | password         | password1                   | 400 | password-refused
          POST /api/v1/users                     | password         | …                           | 400 | password-refused
          POST /api/v1/users                     | firstName        | …                           | 400 | text-invalid
          POST /api/v1/users                     | firstName        | A\\nB                        | 400 | text-invalid
          POST /api/v1/users                     | lastName         | A§B                         | 400 | text-invalid
          POST /api/v1/users                     | lastName         | A¤B                         | 400 | text-invalid
          POST /api/v1/verifications             | token            | …                           | 400 | link-void
          POST /api/v1/passwords/forgot          | email            | nobody                      | 400 | email-invalid
          POST /api/v1/passwords/reset           | token            | ''                          | 400 | link-void
          POST /api/v1/sessions                  | email            | nobody                      | 400 | email-invalid
          POST /api/v1/sessions                  | password         | wrong                       | 401 | sign-in-refused
          POST /api/v1/sessions                  | password         | …                           | 401 | sign-in-refused
          PATCH /api/v1/me                       | firstName        | A\\nB                        | 400 | text-invalid
          PATCH /api/v1/me                       | email            | x@example.com               | 400 | invalid-fields
          DELETE /api/v1/me                      | confirmation     | delete                      | 400 | confirmation-missing
          DELETE /api/v1/me                      | password         | wrong                       | 403 | password-wrong
          POST /api/v1/me/password               | newPassword      | short                       | 400 | password-refused
          POST /api/v1/me/password               | currentPassword  | wrong                       | 403 | password-wrong
          POST /api/v1/me/second-factor          | currentPassword  | wrong                       | 403 | password-wrong
          POST /api/v1/me/second-factor/confirmation | code         | …                           | 400 | code-wrong
          POST /api/v1/subscriptions             | plan             | Personal                    | 400 | invalid-fields
          POST /api/v1/subscriptions             | cycle            | daily                       | 400 | invalid-fields
          POST /api/v1/subscriptions/current/cancellation | reason  | a\\nb                        | 400 | text-invalid
          POST /api/v1/devices                   | name             | ''                          | 400 | text-invalid
          POST /api/v1/devices                   | name             | …                           | 400 | text-invalid
          POST /api/v1/devices                   | name             | a\\nPostUp = x               | 400 | text-invalid
          POST /api/v1/devices                   | name             | a§b                         | 400 | text-invalid
          POST /api/v1/devices                   | type             | fridge                      | 400 | invalid-fields
          POST /api/v1/devices                   | operatingSystem  | BeOS                        | 400 | invalid-fields
          POST /api/v1/devices                   | publicKey        | ''                          | 400 | public-key-invalid
          POST /api/v1/devices                   | publicKey        | AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= | 400 | public-key-invalid
          POST /api/v1/devices                   | publicKey        | AAAA                        | 400 | public-key-invalid
          POST /api/v1/devices                   | publicKey        | SGVsbG8gZnJvbSBhIHRlc3Qgc2VydmVyIGtleSAwMSF= | 400 | public-key-invalid
          POST /api/v1/devices                   | publicKey        | SGVsbG8gZnJvbSBhIHRlc3Qgc2VydmVyIGtleSAwMSE=\\n[Peer] | 400 | public-key-invalid
          POST /api/v1/devices                   | server           | New York                    | 400 | server-key-invalid
          POST /api/v1/devices                   | server           | atlantis                    | 404 | server-not-found
          PATCH /api/v1/devices/{deviceId}       | name             | a\\nb                        | 400 | text-invalid
          PATCH /api/v1/devices/{deviceId}       | server           | ../x                        | 400 | server-key-invalid
          PATCH /api/v1/devices/{deviceId}       | dns              | 1.1.1.1\\nPostUp = x         | 400 | invalid-fields
          POST /api/v1/devices/{deviceId}/keys   | publicKey        | nonsense                    | 400 | public-key-invalid
          PATCH /api/v1/admin/users/{id}         | reason           | ''                          | 400 | text-invalid
          PATCH /api/v1/admin/users/{id}         | reason           | …                           | 400 | text-invalid
          POST /api/v1/admin/servers             | serverKey        | New York                    | 400 | server-key-invalid
          POST /api/v1/admin/servers             | serverKey        | new_york                    | 409 | server-key-taken
          POST /api/v1/admin/servers             | serverName       | a\\n[Peer]                   | 400 | text-invalid
          POST /api/v1/admin/servers             | ipAddress        | vpn.example.com             | 400 | endpoint-invalid
          POST /api/v1/admin/servers             | ipAddress        | 192.0.2.1\\nPostUp = x       | 400 | endpoint-invalid
          POST /api/v1/admin/servers             | publicKey        | nonsense                    | 400 | public-key-invalid
          POST /api/v1/admin/servers             | dedicatedEmail   | nobody                      | 400 | email-invalid
          POST /api/v1/admin/servers             | costPerMonth     | 1e9                         | 400 | invalid-fields
          POST /api/v1/admin/servers             | costPerMonth     | 1.234                       | 400 | invalid-fields
          PATCH /api/v1/admin/servers/{serverKey} | ipAddress       | 300.1.1.1                   | 400 | endpoint-invalid
          PATCH /api/v1/admin/servers/{serverKey} | serverName      | ''                          | 400 | text-invalid
          POST /api/v1/admin/vips                | email            | nobody                      | 400 | email-invalid
          POST /api/v1/admin/vips                | notes            | a§b                         | 400 | text-invalid
          PATCH /api/v1/admin/vips/{id}          | notes            | a¤b                         | 400 | text-invalid
          PATCH /api/v1/admin/settings           | site_name        | ''                          | 400 | setting-invalid
          PATCH /api/v1/admin/settings           | default_mtu      | 99999                       | 400 | setting-invalid
          PATCH /api/v1/admin/settings           | default_dns      | 1.1.1.1                     | 400 | setting-invalid
          PATCH /api/v1/admin/settings           | no_such_key      | x                           | 400 | invalid-fields
          PATCH /api/v1/admin/theme              | primary_color    | red; } body { x             | 400 | theme-invalid
          PATCH /api/v1/admin/theme              | text_color       | #0f0f1a                     | 400 | theme-unreadable
          PATCH /api/v1/admin/theme              | no_such_element  | x                           | 400 | invalid-fields
          """)
  void valuesThatBreakARuleAreRefused(
      String routeName, String field, String typed, int status, String code) {
    Route route =
        host.routes().stream()
            .filter(known -> known.toString().equals(routeName))
            .findFirst()
            .orElseThrow();
    String path = samples.path(route, user);
    Map<String, Object> body = Samples.of();
    Map<String, Object> sample = samples.body(route);
    body.putAll(sample == null ? Map.of() : sample);
    body.put(field, spelt(typed));
    Stored before = Stored.in(host.vault());
    Answer answer = client(route).send(route.method().name(), path, Json.text(body));
    assertEquals(status + " " + code, answer.status() + " " + answer.code(), answer.body());
    declared.require(route, code);
    assertEquals(before, Stored.in(host.vault()));
  }

  /** Over a socket, a client that is refused while it still sends may not come to read why. */
  private int withoutServer(Route route, String path, String body) {
    String token = cast.token(route, user, administrator);
    return host.application()
        .answer(
            FakeIncoming.of(route.method().name(), path)
                .with("Authorization", "Bearer " + token)
                .json(body))
        .status();
  }

  private Client client(Route route) {
    return cast.client(route, user, administrator);
  }

  private static String spelt(String typed) {
    return typed
        .replace("\\n", "\n")
        .replace("§", "\u202e")
        .replace("¤", "\u0007")
        .replace("…", "a".repeat(500));
  }
}
