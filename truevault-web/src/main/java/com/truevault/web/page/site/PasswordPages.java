package com.truevault.web.page.site;

import com.truevault.user.EmailAddress;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.Area;
import com.truevault.web.page.Form;
import com.truevault.web.page.PageKit;
import java.util.Map;

/** A new password for somebody who forgot theirs. */
public final class PasswordPages implements Routes {
  private final PageKit kit;

  /** Shows the pages with the given kit. */
  public PasswordPages(PageKit kit) {
    this.kit = kit;
  }

  @Override
  public void define(Router router) {
    router.get("/forgot", this::form).access(Access.ANYONE).summary("Asks for an address");
    router
        .post("/forgot", this::forgot)
        .form("email")
        .access(Access.ANYONE)
        .summary("Mails a link");
    router.get("/reset", this::asked).access(Access.ANYONE).summary("Asks for a new password");
    router
        .post("/reset", this::reset)
        .form("token", "password")
        .access(Access.ANYONE)
        .summary("Sets a new password");
  }

  private Response form(Request request) {
    boolean sent = !request.query().text("sent", "").isEmpty();
    return kit.show(request, Area.SITE, "site/forgotten", new ForgottenPage(Form.EMPTY, sent));
  }

  private Response forgot(Request request) {
    Form typed = Form.typed(request.form(), "email");
    return kit.submit(
        typed,
        Map.of("email-invalid", "email"),
        () -> mail(typed.value("email")),
        (status, form) ->
            kit.show(status, request, Area.SITE, "site/forgotten", new ForgottenPage(form, false)));
  }

  private Response mail(String email) {
    kit.vault().passwords().forgot(EmailAddress.of(email));
    return Response.redirect("/forgot?sent=yes");
  }

  private Response asked(Request request) {
    var page = new ResetPage(Form.EMPTY, request.query().text("token", ""));
    return kit.show(request, Area.SITE, "site/reset", page);
  }

  private Response reset(Request request) {
    String token = request.form().text("token", "");
    return kit.submit(
        Form.EMPTY,
        Map.of("password-refused", "password"),
        () -> replace(token, request.form().text("password", "")),
        (status, form) ->
            kit.show(status, request, Area.SITE, "site/reset", new ResetPage(form, token)));
  }

  private Response replace(String token, String password) {
    kit.vault().passwords().reset(token, password);
    return kit.done("/sign-in", "reset");
  }
}
