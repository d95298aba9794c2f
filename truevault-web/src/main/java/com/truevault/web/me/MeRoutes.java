package com.truevault.web.me;

import com.truevault.TrueVault;
import com.truevault.user.EmailAddress;
import com.truevault.user.User;
import com.truevault.user.User.Name;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.http.SessionCookie;
import com.truevault.web.session.CurrentUser;
import java.time.Instant;

/** The user's own data, entitlement, password and departure. */
public final class MeRoutes implements Routes {
  private static final String ME = "/api/v1/me";

  private final TrueVault vault;

  /** Answers from the given vault. */
  public MeRoutes(TrueVault vault) {
    this.vault = vault;
  }

  @Override
  public void define(Router router) {
    router
        .get(ME, this::show)
        .access(Access.USER)
        .summary("Shows who is signed in")
        .answers(200, MeJson.class);
    router
        .patch(ME, this::change)
        .access(Access.USER)
        .summary("Changes the name, or asks for another address")
        .body(ProfileChangeJson.class)
        .answers(200, MeJson.class)
        .problems(
            "text-invalid", "email-invalid", "password-wrong", "too-many-attempts", "sign-in-busy");
    router
        .delete(ME, this::leave)
        .access(Access.USER)
        .summary("Plans the erasure of the user in seven days and signs out everywhere")
        .body(DeletionJson.class)
        .answers(202, DeletionPlanJson.class)
        .problems("confirmation-missing", "password-wrong", "too-many-attempts", "sign-in-busy");
    router
        .delete(ME + "/deletion", this::stay)
        .access(Access.USER)
        .summary("Takes the wish to be erased back")
        .answers(200, MeJson.class);
    router
        .get(ME + "/entitlement", this::entitlement)
        .access(Access.USER)
        .summary("Says whether the user may connect, and why")
        .answers(200, EntitlementJson.class);
    router
        .post(ME + "/password", this::password)
        .access(Access.USER)
        .summary("Changes the password and ends every other session")
        .body(PasswordChangeJson.class)
        .answers(204)
        .problems("password-refused", "password-wrong", "too-many-attempts", "sign-in-busy");
    router
        .post(ME + "/verification", this::verification)
        .access(Access.USER)
        .summary("Mails the link that confirms the address once more")
        .answers(202);
  }

  private Response show(Request request) {
    return Response.json(json(CurrentUser.of(request)));
  }

  private Response change(Request request) {
    ProfileChangeJson wanted = request.json(ProfileChangeJson.class);
    User user = CurrentUser.of(request);
    Name name = wanted.name(user);
    if (wanted.email() != null) {
      vault.addresses().change(user, wanted.password(), EmailAddress.of(wanted.email()));
    }
    return Response.json(json(name.equals(user.name()) ? user : vault.users().rename(user, name)));
  }

  private Response leave(Request request) {
    DeletionJson wish = request.json(DeletionJson.class);
    Instant due =
        vault.departures().plan(CurrentUser.of(request), wish.confirmation(), wish.password());
    return SessionCookie.signOut(Response.json(202, new DeletionPlanJson(due)));
  }

  private Response stay(Request request) {
    return Response.json(json(vault.departures().keep(CurrentUser.of(request))));
  }

  private Response entitlement(Request request) {
    return Response.json(EntitlementJson.from(vault.entitlements().of(CurrentUser.of(request))));
  }

  private Response password(Request request) {
    PasswordChangeJson wanted = request.json(PasswordChangeJson.class);
    vault
        .passwords()
        .change(
            CurrentUser.of(request),
            wanted.currentPassword(),
            wanted.newPassword(),
            request.caller().sessionPublicId());
    return Response.noContent();
  }

  private Response verification(Request request) {
    vault.addresses().resend(CurrentUser.of(request));
    return Response.accepted();
  }

  private MeJson json(User user) {
    return MeJson.from(user, vault.secondFactors().isActive(user));
  }
}
