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
import com.truevault.web.http.Route;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No answer holds a secret (security rows 33 and 72). */
class OutputScanTest {
  private static final String SECRET = "the-secret-of-the-mail-server";

  @Test
  void noAnswerOfAnyRouteHoldsASecret() {
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Samples samples = new Samples(host, cast);
      host.vault().settings().change("system", Map.of(SettingKey.SMTP_PASSWORD, SECRET));
      for (Route route : host.routes()) {
        Member user = cast.subscriber();
        Member admin = cast.administrator();
        List<String> secrets = secrets(host, cast, user);
        Client client = cast.client(route, user, admin);
        String body = samples.send(client, route, user).body();
        // The mailbox of a demo is there to show what was mailed.
        boolean isMailbox = route.path().text().startsWith("/demo/mail");
        secrets.stream()
            .filter(secret -> !isMailbox || !cast.wasMailed(secret))
            .forEach(secret -> assertFalse(body.contains(secret), route + " " + secret));
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

  /** What must stay inside, of somebody with a preshared key, a code secret and mailed links. */
  private static List<String> secrets(TestHost host, Cast cast, Member user) {
    DeviceChange keyed = new DeviceChange(null, null, null, null, null, true, Tunnel.SAME);
    host.vault().devices().change(user.user(), cast.device(user).id(), keyed);
    host.vault().passwords().forgot(user.user().email());
    Credentials credentials =
        host.vault().storage().users().credentials(user.user().id()).orElseThrow();
    String session = host.tokens().secretOf(user.token()).orElseThrow();
    return List.of(
        SECRET,
        "$argon2",
        "sealed:",
        credentials.passwordHash(),
        session,
        TokenHash.of(session).value(),
        host.vault().secondFactors().begin(user.user(), "TrueVault").secret(),
        cast.mailedLink(user.email(), "/verify").replaceFirst(".*=", ""),
        cast.mailedLink(user.email(), "/reset").replaceFirst(".*=", ""));
  }
}
