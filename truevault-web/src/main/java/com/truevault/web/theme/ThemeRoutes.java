package com.truevault.web.theme;

import com.truevault.TrueVault;
import com.truevault.theme.StyleSheet;
import com.truevault.web.http.Access;
import com.truevault.web.http.ContentType;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import java.nio.charset.StandardCharsets;

/** The theme as a style sheet that changes with it. */
public final class ThemeRoutes implements Routes {
  private final TrueVault vault;

  /** Answers from the given vault. */
  public ThemeRoutes(TrueVault vault) {
    this.vault = vault;
  }

  @Override
  public void define(Router router) {
    router
        .get("/theme.css", this::styleSheet)
        .api()
        .query("v", "Anything; lets a page name the version it was made with.")
        .access(Access.ANYONE)
        .summary("Answers the theme as CSS variables")
        .answersAs(200, ContentType.CSS);
  }

  private Response styleSheet(Request request) {
    StyleSheet sheet = vault.themes().sheet();
    byte[] css = sheet.css().getBytes(StandardCharsets.UTF_8);
    return Response.bytes(200, ContentType.CSS, css).etag(sheet.tag()).cache("no-cache");
  }
}
