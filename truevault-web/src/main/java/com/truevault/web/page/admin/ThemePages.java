package com.truevault.web.page.admin;

import com.truevault.theme.ThemeKey;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.Area;
import com.truevault.web.page.Form;
import com.truevault.web.page.PageKit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** The theme editor. */
public final class ThemePages implements Routes {
  private static final String[] FIELDS =
      Arrays.stream(ThemeKey.values()).map(ThemeKey::key).toArray(String[]::new);
  private final PageKit kit;

  /** Shows the pages with the given kit. */
  public ThemePages(PageKit kit) {
    this.kit = kit;
  }

  @Override
  public void define(Router router) {
    router.get("/admin/theme", this::show).access(Access.ADMIN).summary("Shows the theme");
    router
        .post("/admin/theme", this::save)
        .form(FIELDS)
        .access(Access.ADMIN)
        .summary("Changes the theme");
    router.post("/admin/theme/reset", this::reset).access(Access.ADMIN).summary("Resets the theme");
  }

  private Response show(Request request) {
    return page(200, request, Form.EMPTY);
  }

  private Response save(Request request) {
    Form typed = Form.typed(request.form(), FIELDS);
    return kit.submit(
        typed,
        Map.of(),
        () -> {
          Map<ThemeKey, String> wanted = wanted(typed);
          FieldChecks.demand(wanted, ThemeKey::key, ThemeKey::check);
          kit.vault().themes().change(kit.user(request).publicId(), wanted);
          return kit.done("/admin/theme", "theme.saved");
        },
        (status, form) -> page(status, request, form));
  }

  private Response reset(Request request) {
    kit.vault().themes().reset(kit.user(request).publicId());
    return kit.done("/admin/theme", "theme.saved");
  }

  private Response page(int status, Request request, Form form) {
    var page = ThemePage.from(kit.vault().themes().list(), form, kit.messages());
    return kit.show(status, request, Area.ADMIN, "admin/theme", page);
  }

  private static Map<ThemeKey, String> wanted(Form typed) {
    Map<ThemeKey, String> wanted = new EnumMap<>(ThemeKey.class);
    for (ThemeKey key : ThemeKey.values()) {
      if (!typed.value(key.key()).isEmpty()) {
        wanted.put(key, typed.value(key.key()));
      }
    }
    return wanted;
  }
}
