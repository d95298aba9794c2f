package com.truevault.web.page.site;

import com.truevault.user.Registration;
import com.truevault.web.http.Access;
import com.truevault.web.http.Parameters;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.Area;
import com.truevault.web.page.Form;
import com.truevault.web.page.PageKit;
import java.util.Map;

/** Signing up and confirming the address. */
public final class SignUpPages implements Routes {
  private static final Map<String, String> PLACES =
      Map.of("email-invalid", "email", "password-refused", "password");
  private final PageKit kit;

  /** Shows the pages with the given kit. */
  public SignUpPages(PageKit kit) {
    this.kit = kit;
  }

  @Override
  public void define(Router router) {
    router.get("/sign-up", this::form).access(Access.ANYONE).summary("Asks who signs up");
    router
        .post("/sign-up", this::signUp)
        .form("email", "password", "firstName", "lastName", "plan")
        .access(Access.ANYONE)
        .summary("Signs somebody up");
    router.get("/verify", this::asked).access(Access.ANYONE).summary("Asks to confirm an address");
    router
        .post("/verify", this::verify)
        .form("token")
        .access(Access.ANYONE)
        .summary("Confirms an address");
  }

  private Response form(Request request) {
    String plan = plan(request.query());
    return kit.show(request, Area.SITE, "site/sign-up", new SignUpPage(Form.EMPTY, plan));
  }

  private Response signUp(Request request) {
    Form typed = Form.typed(request.form(), "email", "firstName", "lastName");
    return kit.submit(
        typed,
        PLACES,
        () -> register(request.form(), typed),
        (status, form) -> {
          var page = new SignUpPage(form, plan(request.form()));
          return kit.show(status, request, Area.SITE, "site/sign-up", page);
        });
  }

  private Response asked(Request request) {
    var page = new VerifyPage(request.query().text("token", ""));
    return kit.show(request, Area.SITE, "site/verify", page);
  }

  private Response verify(Request request) {
    kit.vault().addresses().confirm(request.form().text("token"));
    return kit.done(request.findCaller().isPresent() ? "/profile" : "/sign-in", "verified");
  }

  private Response register(Parameters sent, Form typed) {
    kit.vault()
        .users()
        .signUp(
            Registration.of(
                typed.value("email"),
                sent.text("password", ""),
                typed.value("firstName"),
                typed.value("lastName")));
    String plan = plan(sent);
    String next = plan.isEmpty() ? "/plan" : "/plan?plan=" + plan;
    return kit.done("/sign-in?next=" + SignInPages.encode(next), "signup");
  }

  private static String plan(Parameters sent) {
    String plan = sent.text("plan", "");
    return plan.matches("[a-z]{1,20}") ? plan : "";
  }
}
