package com.truevault.web.admin;

import com.truevault.TrueVault;
import com.truevault.theme.ThemeElement;
import com.truevault.theme.ThemeKey;
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
import java.util.Map;

/** Reading and changing the look. */
public final class ThemeAdminRoutes implements Routes {
  private static final String THEME = "/api/v1/admin/theme";

  private final TrueVault vault;

  /** Answers from the given vault. */
  public ThemeAdminRoutes(TrueVault vault) {
    this.vault = vault;
  }

  @Override
  public void define(Router router) {
    router
        .get(THEME, this::list)
        .access(Access.ADMIN)
        .summary("Lists the elements of the look")
        .paged()
        .answersPage(ThemeElementJson.class);
    router
        .patch(THEME, this::change)
        .access(Access.ADMIN)
        .summary("Changes elements by their names, all or none")
        .textsBody()
        .answersPage(ThemeElementJson.class)
        .problems("theme-invalid", "theme-unreadable");
    router
        .post(THEME + "/reset", this::reset)
        .access(Access.ADMIN)
        .summary("Puts every element back to what a fresh installation has")
        .answersPage(ThemeElementJson.class);
  }

  private Response list(Request request) {
    return Response.json(
        Listing.of(request)
            .slice(vault.themes().list(), ThemeElement::name, ThemeElementJson::from));
  }

  private Response change(Request request) {
    Map<ThemeKey, String> wanted = new EnumMap<>(ThemeKey.class);
    request.jsonTexts().forEach((name, value) -> wanted.put(key(name), value));
    vault.themes().change(CurrentUser.actor(request), wanted);
    return whole();
  }

  private Response reset(Request request) {
    vault.themes().reset(CurrentUser.actor(request));
    return whole();
  }

  private Response whole() {
    return Response.json(PageJson.whole(vault.themes().list(), ThemeElementJson::from));
  }

  private static ThemeKey key(String name) {
    return ThemeKey.of(name)
        .orElseThrow(() -> new InvalidFieldsException(name, "is not a known element"));
  }
}
