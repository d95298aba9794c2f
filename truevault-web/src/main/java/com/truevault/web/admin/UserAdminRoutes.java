package com.truevault.web.admin;

import com.truevault.TrueVault;
import com.truevault.user.User;
import com.truevault.web.http.Access;
import com.truevault.web.http.Listing;
import com.truevault.web.http.PageJson;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.session.CurrentUser;

/** Finding, blocking and erasing users. */
public final class UserAdminRoutes implements Routes {
  private static final String USERS = "/api/v1/admin/users";
  private static final String USER = USERS + "/{id}";

  private final TrueVault vault;

  /** Answers from the given vault. */
  public UserAdminRoutes(TrueVault vault) {
    this.vault = vault;
  }

  @Override
  public void define(Router router) {
    router
        .get(USERS, this::list)
        .access(Access.ADMIN)
        .summary("Lists users, oldest first")
        .query("q", "Part of an address or name; all users if left out.")
        .paged()
        .answersPage(UserJson.class)
        .problems("text-invalid", "cursor-invalid");
    router
        .get(USER, this::show)
        .access(Access.ADMIN)
        .summary("Shows a user, why they may connect or not, subscription and devices")
        .answers(200, UserDetailJson.class)
        .problems("user-not-found");
    router
        .patch(USER, this::block)
        .access(Access.ADMIN)
        .summary("Shuts a user out of the tunnels or lets them in again")
        .body(BlockJson.class)
        .answers(200, UserJson.class)
        .problems("user-not-found", "text-invalid");
    router
        .delete(USER, this::erase)
        .access(Access.ADMIN)
        .summary("Erases a user now")
        .answers(204)
        .problems("user-not-found");
    router
        .delete(USER + "/sessions", this::endSessions)
        .access(Access.ADMIN)
        .summary("Ends every session of a user")
        .answers(204)
        .problems("user-not-found");
  }

  private Response list(Request request) {
    return Response.json(
        PageJson.of(
            vault.users().search(request.query().text("q", ""), Listing.of(request).request()),
            UserJson::from));
  }

  private Response show(Request request) {
    return Response.json(UserDetailJson.of(vault, user(request)));
  }

  private Response block(Request request) {
    BlockJson wanted = request.json(BlockJson.class);
    String actor = CurrentUser.actor(request);
    User changed =
        wanted.blocked()
            ? vault.users().block(actor, user(request), wanted.why())
            : vault.users().unblock(actor, user(request));
    return Response.json(UserJson.from(changed));
  }

  private Response erase(Request request) {
    vault.departures().erase(CurrentUser.actor(request), user(request));
    return Response.noContent();
  }

  private Response endSessions(Request request) {
    vault.sessions().endAll(CurrentUser.actor(request), user(request));
    return Response.noContent();
  }

  private User user(Request request) {
    return vault.users().require(request.pathParameter("id"));
  }
}
