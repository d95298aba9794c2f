package com.truevault.web.page.customer;

import com.truevault.user.EmailAddress;
import com.truevault.user.User;
import com.truevault.web.http.Access;
import com.truevault.web.http.Parameters;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.http.SessionCookie;
import com.truevault.web.page.Area;
import com.truevault.web.page.Form;
import com.truevault.web.page.PageKit;
import com.truevault.web.page.customer.ProfilePage.SecondFactor;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Changing name, address and password, and leaving. */
public final class ProfilePages implements Routes {
  private static final Map<String, String> EMAIL_PLACES =
      Map.of("email-invalid", "email", "email-taken", "email", "password-wrong", "emailPassword");
  private static final Map<String, String> PASSWORD_PLACES =
      Map.of("password-wrong", "currentPassword", "password-refused", "newPassword");
  private static final Map<String, String> LEAVING_PLACES =
      Map.of("confirmation-missing", "confirmation", "password-wrong", "deletePassword");
  private final PageKit kit;

  /** Shows the pages with the given kit. */
  public ProfilePages(PageKit kit) {
    this.kit = kit;
  }

  @Override
  public void define(Router router) {
    router.get("/profile", this::show).access(Access.USER).summary("Shows the user's data");
    router
        .post("/profile/names", this::rename)
        .form("firstName", "lastName")
        .access(Access.USER)
        .summary("Changes the name");
    router
        .post("/profile/email", this::move)
        .form("email", "emailPassword")
        .access(Access.USER)
        .summary("Changes the address");
    router
        .post("/profile/email/resend", this::resend)
        .access(Access.USER)
        .summary("Mails the link that confirms the address once more");
    router
        .post("/profile/password", this::password)
        .form("currentPassword", "newPassword")
        .access(Access.USER)
        .summary("Changes the password");
    router
        .post("/profile/delete", this::leave)
        .form("confirmation", "deletePassword")
        .access(Access.USER)
        .summary("Plans the erasure");
    router.post("/profile/keep", this::keep).access(Access.USER).summary("Cancels the erasure");
  }

  private Response show(Request request) {
    return page(200, request, ProfilePage.form(kit.user(request)));
  }

  private Response rename(Request request) {
    Form typed = Form.typed(request.form(), "firstName", "lastName");
    return submit(
        request,
        typed,
        Map.of(),
        () -> {
          var name = User.Name.of(typed.value("firstName"), typed.value("lastName"));
          kit.vault().users().rename(kit.user(request), name);
          return kit.done("/profile", "profile.saved");
        });
  }

  private Response move(Request request) {
    Form typed = kept(request, "email");
    return submit(
        request,
        typed,
        EMAIL_PLACES,
        () -> {
          EmailAddress wanted = EmailAddress.of(typed.value("email"));
          String password = request.form().text("emailPassword", "");
          kit.vault().addresses().change(kit.user(request), password, wanted);
          return kit.done("/profile", "profile.email");
        });
  }

  private Response resend(Request request) {
    kit.vault().addresses().resend(kit.user(request));
    return kit.done("/profile", "profile.resent");
  }

  private Response password(Request request) {
    Parameters sent = request.form();
    String current = sent.text("currentPassword", "");
    String wanted = sent.text("newPassword", "");
    String session = request.caller().sessionPublicId();
    return submit(
        request,
        kept(request),
        PASSWORD_PLACES,
        () -> {
          kit.vault().passwords().change(kit.user(request), current, wanted, session);
          return kit.done("/profile", "profile.password");
        });
  }

  private Response leave(Request request) {
    String word = request.form().text("confirmation", "").strip();
    String password = request.form().text("deletePassword", "");
    return submit(
        request,
        kept(request, "confirmation"),
        LEAVING_PLACES,
        () -> {
          kit.vault().departures().plan(kit.user(request), word, password);
          return SessionCookie.signOut(kit.noted("/sign-in", "profile.delete"));
        });
  }

  private Response keep(Request request) {
    kit.vault().departures().keep(kit.user(request));
    return kit.done("/profile", "profile.keep");
  }

  private Response submit(
      Request request, Form typed, Map<String, String> places, Supplier<Response> act) {
    return kit.submit(typed, places, act, (status, form) -> page(status, request, form));
  }

  private Response page(int status, Request request, Form form) {
    User user = kit.user(request);
    var factor = SecondFactor.of(kit.vault().secondFactors().isActive(user));
    var page = ProfilePage.from(user, form, factor);
    return kit.show(status, request, Area.CUSTOMER, "customer/profile", page);
  }

  /** The stored names together with what was typed elsewhere on the page. */
  private Form kept(Request request, String... fields) {
    var values = new HashMap<>(ProfilePage.form(kit.user(request)).values());
    values.putAll(Form.typed(request.form(), fields).values());
    return Form.of(values);
  }
}
