package com.truevault.web.page.site;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.user.EmailAddress;
import com.truevault.user.Session;
import com.truevault.user.SignIn;
import com.truevault.user.SignIns;
import com.truevault.user.SignedIn;
import com.truevault.web.http.Access;
import com.truevault.web.http.Parameters;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.http.SessionCookie;
import com.truevault.web.http.SessionTokens;
import com.truevault.web.page.Area;
import com.truevault.web.page.Form;
import com.truevault.web.page.PageKit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Signing in and out. */
public final class SignInPages implements Routes {
  private static final Map<String, String> PLACES =
      Map.of("email-invalid", "email", "code-wrong", "code");
  private final PageKit kit;
  private final SessionTokens tokens;

  /** Shows the pages with the given kit and signs cookies with the given tokens. */
  public SignInPages(PageKit kit, SessionTokens tokens) {
    this.kit = kit;
    this.tokens = tokens;
  }

  @Override
  public void define(Router router) {
    router.get("/sign-in", this::form).access(Access.ANYONE).summary("Asks who signs in");
    router
        .post("/sign-in", this::signIn)
        .form("email", "password", "code", "next")
        .access(Access.ANYONE)
        .summary("Signs somebody in");
    router.post("/sign-out", this::signOut).access(Access.USER).summary("Signs the user out");
  }

  private Response form(Request request) {
    var page = new SignInPage(Form.EMPTY, next(request.query()), false);
    return kit.show(request, Area.SITE, "site/sign-in", page);
  }

  private Response signIn(Request request) {
    Form typed = Form.typed(request.form(), "email");
    return kit.submit(
        typed,
        PLACES,
        () -> answer(request, typed, attempt(request)),
        (status, form) -> again(status, request, form));
  }

  private Response answer(Request request, Form typed, SignIn outcome) {
    if (outcome instanceof SignIn.Accepted accepted) {
      request
          .findCaller()
          .ifPresent(earlier -> kit.vault().sessions().replaced(earlier.subject(SignedIn.class)));
      return welcome(accepted, next(request.form()));
    }
    if (outcome instanceof SignIn.CodeNeeded) {
      return kit.show(
          request, Area.SITE, "site/sign-in", new SignInPage(typed, next(request.form()), true));
    }
    throw outcome instanceof SignIn.CodeRefused
        ? refused("code-wrong", kit.t("signin.codewrong"))
        : refused("sign-in-refused", kit.t("signin.refused"));
  }

  private Response again(int status, Request request, Form typed) {
    boolean codeDemanded = typed.error("code") != null;
    var page = new SignInPage(typed, next(request.form()), codeDemanded);
    return kit.show(status, request, Area.SITE, "site/sign-in", page);
  }

  private SignIn attempt(Request request) {
    Parameters sent = request.form();
    var origin =
        Session.Origin.of(request.clientAddress(), request.header("User-Agent").orElse(""));
    return kit.vault()
        .signIns()
        .signIn(
            new SignIns.Attempt(
                EmailAddress.of(sent.text("email", "")),
                sent.text("password", ""),
                sent.text("code", ""),
                origin));
  }

  private Response welcome(SignIn.Accepted accepted, String next) {
    Session session = accepted.signedIn().session();
    String token = tokens.issue(accepted.secret(), session.expiresAt());
    Duration life = Duration.between(session.createdAt(), session.expiresAt());
    boolean admin = accepted.signedIn().user().isAdministrator();
    String path = next.isEmpty() ? (admin ? "/admin" : "/dashboard") : next;
    return Response.redirect(path).cookie(SessionCookie.keep(token, life));
  }

  private Response signOut(Request request) {
    kit.vault().sessions().end(kit.user(request), request.caller().sessionPublicId());
    return SessionCookie.signOut(kit.done("/sign-in", "signout"));
  }

  /** A local path as a query parameter. */
  static String encode(String path) {
    return URLEncoder.encode(path, StandardCharsets.UTF_8);
  }

  /** Where to go afterwards: a plain path of this host, or empty. */
  private static String next(Parameters sent) {
    String next = sent.text("next", "");
    return next.matches("/[A-Za-z0-9_-][A-Za-z0-9/_=?-]{0,200}") ? next : "";
  }

  private static TrueVaultException refused(String code, String message) {
    return new TrueVaultException(ErrorKind.INVALID, code, message);
  }
}
