package com.truevault.web.page.customer;

import com.truevault.setting.SettingKey;
import com.truevault.user.SecondFactors.Enrolment;
import com.truevault.user.User;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.Area;
import com.truevault.web.page.Form;
import com.truevault.web.page.PageKit;
import com.truevault.web.page.customer.ProfilePage.SecondFactor;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Sign-in codes, switched on and off with the password. Secret and recovery codes stand on the page
 * that answers and nowhere else, so these two answers are no redirects.
 */
public final class SecondFactorPages implements Routes {
  private static final Map<String, String> PLACES =
      Map.of("password-wrong", "factorPassword", "code-wrong", "code");
  private final PageKit kit;

  /** Shows the pages with the given kit. */
  public SecondFactorPages(PageKit kit) {
    this.kit = kit;
  }

  @Override
  public void define(Router router) {
    String base = "/profile/second-factor";
    router
        .post(base, this::begin)
        .form("factorPassword")
        .access(Access.USER)
        .summary("Makes a secret for sign-in codes");
    router
        .post(base + "/confirm", this::confirm)
        .form("code", "secret")
        .access(Access.USER)
        .summary("Switches sign-in codes on");
    router
        .post(base + "/remove", this::remove)
        .form("factorPassword")
        .access(Access.USER)
        .summary("Switches sign-in codes off");
  }

  private Response begin(Request request) {
    User user = kit.user(request);
    return submit(
        request,
        SecondFactor.of(kit.vault().secondFactors().isActive(user)),
        () -> {
          demandPassword(request, user);
          String issuer = kit.vault().settings().text(SettingKey.SITE_NAME);
          Enrolment enrolment = kit.vault().secondFactors().begin(user, issuer);
          return page(200, request, ProfilePage.form(user), shown(enrolment));
        });
  }

  private Response confirm(Request request) {
    User user = kit.user(request);
    return submit(
        request,
        shown(repeated(request, user)),
        () -> {
          String code = request.form().text("code", "").replace(" ", "");
          List<String> codes = kit.vault().secondFactors().confirm(user, code, session(request));
          return page(200, request, ProfilePage.form(user), new SecondFactor(true, "", "", codes));
        });
  }

  private Response remove(Request request) {
    User user = kit.user(request);
    return submit(
        request,
        SecondFactor.of(true),
        () -> {
          demandPassword(request, user);
          kit.vault().secondFactors().disable(user, session(request));
          return kit.done("/profile", "factor.off");
        });
  }

  private static String session(Request request) {
    return request.caller().sessionPublicId();
  }

  private void demandPassword(Request request, User user) {
    kit.vault().passwords().demand(user, request.form().text("factorPassword", ""));
  }

  /** The secret as the page sent it back; what counts is the sealed one in the user's row. */
  private Enrolment repeated(Request request, User user) {
    String secret = request.form().text("secret", "").replaceAll("[^A-Z2-7]", "");
    String issuer = kit.vault().settings().text(SettingKey.SITE_NAME);
    return new Enrolment(secret, issuer, user.email().canonical());
  }

  private static SecondFactor shown(Enrolment enrolment) {
    return new SecondFactor(false, enrolment.uri(), enrolment.secret(), List.of());
  }

  private Response submit(Request request, SecondFactor factor, Supplier<Response> act) {
    Form form = ProfilePage.form(kit.user(request));
    return kit.submit(
        form, PLACES, act, (status, refused) -> page(status, request, refused, factor));
  }

  private Response page(int status, Request request, Form form, SecondFactor factor) {
    var page = ProfilePage.from(kit.user(request), form, factor);
    return kit.show(status, request, Area.CUSTOMER, "customer/profile", page);
  }
}
