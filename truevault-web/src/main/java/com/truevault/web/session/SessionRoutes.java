package com.truevault.web.session;

import com.truevault.ErrorKind;
import com.truevault.TrueVault;
import com.truevault.TrueVaultException;
import com.truevault.user.Session;
import com.truevault.user.SignIn;
import com.truevault.user.SignedIn;
import com.truevault.web.http.Access;
import com.truevault.web.http.Caller;
import com.truevault.web.http.Listing;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.http.SessionCookie;
import com.truevault.web.http.SessionTokens;
import java.time.Duration;

/** Signing in, the user's sessions, and ending them. */
public final class SessionRoutes implements Routes {
  private static final String SESSIONS = "/api/v1/sessions";

  private final TrueVault vault;
  private final SessionTokens tokens;

  /** Signs tokens with the given keys. */
  public SessionRoutes(TrueVault vault, SessionTokens tokens) {
    this.vault = vault;
    this.tokens = tokens;
  }

  @Override
  public void define(Router router) {
    router
        .post(SESSIONS, this::signIn)
        .access(Access.ANYONE)
        .summary("Signs in; answers a token and sets it as cookie")
        .body(SignInJson.class)
        .answers(201, TokenJson.class)
        .problems(
            "email-invalid",
            "sign-in-refused",
            "code-needed",
            "code-refused",
            "too-many-attempts",
            "sign-in-busy");
    router
        .get(SESSIONS, this::list)
        .access(Access.USER)
        .summary("Lists the user's sessions, newest first")
        .paged()
        .answersPage(SessionJson.class);
    router
        .delete(SESSIONS, this::endOthers)
        .access(Access.USER)
        .summary("Ends every session of the user but this one")
        .answers(204);
    router
        .get(SESSIONS + "/{id}", this::show)
        .access(Access.USER)
        .summary("Shows one session of the user; current is the one that asks")
        .answers(200, SessionJson.class)
        .problems("session-not-found");
    router
        .delete(SESSIONS + "/{id}", this::end)
        .access(Access.USER)
        .summary("Ends one session of the user; current is the one that asks")
        .answers(204)
        .problems("session-not-found");
  }

  private Response signIn(Request request) {
    Session.Origin origin =
        Session.Origin.of(request.clientAddress(), request.header("User-Agent").orElse(""));
    SignIn outcome = vault.signIns().signIn(request.json(SignInJson.class).attempt(origin));
    if (outcome instanceof SignIn.Accepted accepted) {
      request.findCaller().ifPresent(this::endEarlier);
      return welcome(accepted);
    }
    throw refusal(outcome);
  }

  /** Whoever signs in gets a new secret; the old one dies. */
  private void endEarlier(Caller earlier) {
    vault.sessions().replaced(earlier.subject(SignedIn.class));
  }

  private Response welcome(SignIn.Accepted accepted) {
    Session session = accepted.signedIn().session();
    String token = tokens.issue(accepted.secret(), session.expiresAt());
    return Response.created(
            SESSIONS + "/" + session.publicId(), new TokenJson(token, session.expiresAt()))
        .cookie(
            SessionCookie.keep(token, Duration.between(session.createdAt(), session.expiresAt())));
  }

  private Response list(Request request) {
    String current = request.caller().sessionPublicId();
    return Response.json(
        Listing.of(request)
            .slice(
                vault.sessions().of(CurrentUser.of(request)),
                Session::publicId,
                session -> SessionJson.from(session, current)));
  }

  private Response endOthers(Request request) {
    vault.sessions().endOthers(CurrentUser.of(request), request.caller().sessionPublicId());
    return Response.noContent();
  }

  private Response show(Request request) {
    String id = id(request);
    Session wanted =
        vault.sessions().of(CurrentUser.of(request)).stream()
            .filter(session -> session.publicId().equals(id))
            .findFirst()
            .orElseThrow(SessionRoutes::unknown);
    return Response.json(SessionJson.from(wanted, request.caller().sessionPublicId()));
  }

  private Response end(Request request) {
    String current = request.caller().sessionPublicId();
    String id = id(request);
    vault.sessions().end(CurrentUser.of(request), id);
    return id.equals(current) ? SessionCookie.signOut(Response.noContent()) : Response.noContent();
  }

  private static String id(Request request) {
    String asked = request.pathParameter("id");
    return asked.equals("current") ? request.caller().sessionPublicId() : asked;
  }

  private static TrueVaultException unknown() {
    return new TrueVaultException(
        ErrorKind.NOT_FOUND, "session-not-found", "no such session; it may have ended already");
  }

  private static TrueVaultException refusal(SignIn outcome) {
    if (outcome instanceof SignIn.CodeNeeded) {
      return unauthenticated("code-needed", "a sign-in code is needed as well; send it as code");
    }
    if (outcome instanceof SignIn.CodeRefused) {
      return unauthenticated(
          "code-refused", "the sign-in code is wrong or was used before; send the newest one");
    }
    return unauthenticated(
        "sign-in-refused", "e-mail address or password is wrong; try again or reset the password");
  }

  private static TrueVaultException unauthenticated(String code, String message) {
    return new TrueVaultException(ErrorKind.UNAUTHENTICATED, code, message);
  }
}
