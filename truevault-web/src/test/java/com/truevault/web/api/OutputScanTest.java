package com.truevault.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.truevault.device.DeviceChange;
import com.truevault.device.DeviceChange.Tunnel;
import com.truevault.secret.TokenHash;
import com.truevault.setting.SettingKey;
import com.truevault.user.Credentials;
import com.truevault.web.api.Cast.Member;
import com.truevault.web.host.TestHost;
import com.truevault.web.http.Access;
import com.truevault.web.http.Method;
import com.truevault.web.http.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No answer holds a secret (security rows 33 and 72). */
class OutputScanTest {
  private static final String SECRET = "the-secret-of-the-mail-server";

  @Test
  void noAnswerOfAnyReadingRouteHoldsASecret() {
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Samples samples = new Samples(host, cast);
      Member user = prepared(host, cast);
      Client admin = cast.client(cast.administrator());
      Credentials credentials =
          host.vault().storage().users().credentials(user.user().id()).orElseThrow();
      List<String> secrets = new ArrayList<>(List.of(SECRET, credentials.passwordHash()));
      secrets.add(TokenHash.of(host.tokens().secretOf(user.token()).orElseThrow()).value());
      secrets.add("$argon2");
      secrets.add("sealed:");
      for (Route route : host.routes()) {
        if (route.method() == Method.GET) {
          Client client = route.access() == Access.ADMIN ? admin : cast.client(user);
          String body = samples.send(client, route, user).body();
          secrets.forEach(secret -> assertFalse(body.contains(secret), route + " " + secret));
        }
      }
    }
  }

  @Test
  void secretSettingsAreWrittenButNeverRead() {
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Client admin = cast.client(cast.administrator());
      Answer changed = admin.patch("/api/v1/admin/settings", Map.of("smtp_password", SECRET));
      assertEquals(200, changed.status(), changed.body());
      assertFalse(changed.body().contains(SECRET));
      for (JsonElement item : changed.json().getAsJsonArray("items")) {
        JsonObject setting = item.getAsJsonObject();
        if (setting.get("isSecret").getAsBoolean()) {
          assertTrue(setting.get("settingValue").isJsonNull());
          assertEquals(
              setting.get("settingKey").getAsString().equals("smtp_password"),
              setting.get("isSet").getAsBoolean());
        }
      }
      assertEquals(SECRET, host.vault().settings().secret(SettingKey.SMTP_PASSWORD));
      assertFalse(admin.get("/api/v1/admin/audit").body().contains(SECRET));
    }
  }

  @Test
  void noFieldOfTheDescriptionIsNamedLikeASecret() {
    try (TestHost host = TestHost.inMemory()) {
      JsonObject schemas =
          new Cast(host)
              .client()
              .get("/openapi.json")
              .json()
              .getAsJsonObject("components")
              .getAsJsonObject("schemas");
      for (String name : schemas.keySet()) {
        JsonObject properties = schemas.getAsJsonObject(name).getAsJsonObject("properties");
        for (String field : properties.keySet()) {
          String lower = field.toLowerCase(Locale.ROOT);
          assertFalse(lower.contains("hash") && !name.equals("Audit"), name + "." + field);
          assertFalse(lower.contains("private"), name + "." + field);
        }
      }
    }
  }

  private static Member prepared(TestHost host, Cast cast) {
    Member user = cast.subscriber();
    DeviceChange keyed = new DeviceChange(null, null, null, null, null, true, Tunnel.SAME);
    host.vault().devices().change(user.user(), cast.device(user).id(), keyed);
    host.vault().settings().change("system", Map.of(SettingKey.SMTP_PASSWORD, SECRET));
    host.vault().secondFactors().begin(user.user(), "TrueVault");
    return user;
  }
}
