package com.truevault.web.admin;

import com.truevault.TrueVault;
import com.truevault.setting.Setting;
import com.truevault.setting.SettingKey;
import com.truevault.web.http.Access;
import com.truevault.web.http.Listing;
import com.truevault.web.http.PageJson;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.json.InvalidFieldsException;
import com.truevault.web.session.CurrentUser;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reading and changing settings. */
public final class SettingAdminRoutes implements Routes {
  private static final String SETTINGS = "/api/v1/admin/settings";

  private final TrueVault vault;

  /** Answers from the given vault. */
  public SettingAdminRoutes(TrueVault vault) {
    this.vault = vault;
  }

  @Override
  public void define(Router router) {
    router
        .get(SETTINGS, this::list)
        .access(Access.ADMIN)
        .summary("Lists the settings; secrets without their value")
        .paged()
        .answersPage(SettingJson.class);
    router
        .patch(SETTINGS, this::change)
        .access(Access.ADMIN)
        .summary("Changes settings by their keys, all or none")
        .textsBody()
        .answersPage(SettingJson.class)
        .problems("setting-invalid", "setting-fixed");
  }

  private Response list(Request request) {
    return Response.json(Listing.of(request).slice(known(), Setting::key, this::json));
  }

  private Response change(Request request) {
    Map<SettingKey, String> wanted = new EnumMap<>(SettingKey.class);
    request.jsonTexts().forEach((name, value) -> wanted.put(key(name), value));
    vault.settings().change(CurrentUser.actor(request), wanted);
    return Response.json(PageJson.whole(known(), this::json));
  }

  private List<Setting> known() {
    return vault.settings().list().stream()
        .filter(setting -> SettingKey.of(setting.key()).isPresent())
        .toList();
  }

  private SettingJson json(Setting setting) {
    return SettingJson.from(vault.settings(), setting);
  }

  private static SettingKey key(String name) {
    return SettingKey.of(name)
        .orElseThrow(() -> new InvalidFieldsException(name, "is not a known setting"));
  }
}
