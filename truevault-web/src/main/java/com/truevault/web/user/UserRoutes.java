package com.truevault.web.user;

import com.truevault.TrueVault;
import com.truevault.user.EmailAddress;
import com.truevault.user.Registration;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;

/** Signing up, confirming an address, and forgotten passwords. */
public final class UserRoutes implements Routes {
  private final TrueVault vault;

  /** Answers from the given vault. */
  public UserRoutes(TrueVault vault) {
    this.vault = vault;
  }

  @Override
  public void define(Router router) {
    router
        .post("/api/v1/users", this::signUp)
        .access(Access.ANYONE)
        .summary("Signs up; known and unknown addresses are answered alike")
        .body(SignUpJson.class)
        .answers(201, SignedUpJson.class)
        .problems("email-invalid", "password-refused", "text-invalid", "sign-in-busy");
    router
        .post("/api/v1/verifications", this::verify)
        .access(Access.ANYONE)
        .summary("Confirms an address by the token of the mailed link")
        .body(LinkTokenJson.class)
        .answers(204)
        .problems("link-void", "email-taken");
    router
        .post("/api/v1/passwords/forgot", this::forgot)
        .access(Access.ANYONE)
        .summary("Mails a link for a new password; known and unknown addresses are answered alike")
        .body(ForgottenJson.class)
        .answers(202)
        .problems("email-invalid");
    router
        .post("/api/v1/passwords/reset", this::reset)
        .access(Access.ANYONE)
        .summary("Sets a new password by the token of the mailed link; does not sign in")
        .body(NewPasswordJson.class)
        .answers(204)
        .problems("link-void", "password-refused", "sign-in-busy");
  }

  private Response signUp(Request request) {
    Registration registration = request.json(SignUpJson.class).registration();
    vault.users().signUp(registration);
    return Response.created("/api/v1/me", SignedUpJson.from(registration));
  }

  private Response verify(Request request) {
    vault.addresses().confirm(request.json(LinkTokenJson.class).token());
    return Response.noContent();
  }

  private Response forgot(Request request) {
    vault.passwords().forgot(EmailAddress.of(request.json(ForgottenJson.class).email()));
    return Response.accepted();
  }

  private Response reset(Request request) {
    NewPasswordJson wanted = request.json(NewPasswordJson.class);
    vault.passwords().reset(wanted.token(), wanted.newPassword());
    return Response.noContent();
  }
}
