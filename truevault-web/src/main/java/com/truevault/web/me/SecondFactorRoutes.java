package com.truevault.web.me;

import com.truevault.TrueVault;
import com.truevault.setting.SettingKey;
import com.truevault.user.User;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.session.CurrentUser;

/** Switching sign-in codes on and off. */
public final class SecondFactorRoutes implements Routes {
  private static final String PATH = "/api/v1/me/second-factor";

  private final TrueVault vault;

  /** Answers from the given vault. */
  public SecondFactorRoutes(TrueVault vault) {
    this.vault = vault;
  }

  @Override
  public void define(Router router) {
    router
        .post(PATH, this::begin)
        .access(Access.USER)
        .summary("Makes a secret for an authenticator app; confirm it to switch codes on")
        .body(CurrentPasswordJson.class)
        .answers(200, EnrolmentJson.class)
        .problems("password-wrong", "second-factor-active", "too-many-attempts", "sign-in-busy");
    router
        .post(PATH + "/confirmation", this::confirm)
        .access(Access.USER)
        .summary("Switches sign-in codes on by a code of the app; answers recovery codes once")
        .body(CodeJson.class)
        .answers(200, RecoveryCodesJson.class)
        .problems("code-wrong", "too-many-attempts");
    router
        .delete(PATH, this::disable)
        .access(Access.USER)
        .summary("Switches sign-in codes off")
        .body(CurrentPasswordJson.class)
        .answers(204)
        .problems("password-wrong", "too-many-attempts", "sign-in-busy");
  }

  private Response begin(Request request) {
    User user = demandPassword(request);
    return Response.json(
        EnrolmentJson.from(
            vault.secondFactors().begin(user, vault.settings().text(SettingKey.SITE_NAME))));
  }

  private Response confirm(Request request) {
    String code = request.json(CodeJson.class).code();
    return Response.json(
        new RecoveryCodesJson(
            vault
                .secondFactors()
                .confirm(CurrentUser.of(request), code, request.caller().sessionPublicId())));
  }

  private Response disable(Request request) {
    vault.secondFactors().disable(demandPassword(request), request.caller().sessionPublicId());
    return Response.noContent();
  }

  private User demandPassword(Request request) {
    User user = CurrentUser.of(request);
    String password = request.json(CurrentPasswordJson.class).currentPassword();
    vault.passwords().demand(user, password);
    return user;
  }
}
