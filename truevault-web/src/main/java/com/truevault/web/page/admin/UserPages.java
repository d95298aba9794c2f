package com.truevault.web.page.admin;

import com.truevault.TrueVault;
import com.truevault.store.PageRequest;
import com.truevault.user.User;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.Area;
import com.truevault.web.page.Messages;
import com.truevault.web.page.PageKit;
import com.truevault.web.page.customer.Activity;
import com.truevault.web.page.customer.DeviceCard;
import com.truevault.web.page.customer.ServerNames;
import com.truevault.web.page.customer.SessionsPage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Finding users, seeing why they are on or off, and suspending them. */
public final class UserPages implements Routes {
  private final PageKit kit;

  /** Shows the pages with the given kit. */
  public UserPages(PageKit kit) {
    this.kit = kit;
  }

  @Override
  public void define(Router router) {
    router.get("/admin/users", this::list).access(Access.ADMIN).summary("Searches users");
    String one = "/admin/users/{userId}";
    router.get(one, this::show).access(Access.ADMIN).summary("Shows a user");
    router
        .post(one + "/suspend", this::suspend)
        .form("reason")
        .access(Access.ADMIN)
        .summary("Suspends a user");
    router
        .post(one + "/reactivate", this::reactivate)
        .access(Access.ADMIN)
        .summary("Reactivates a user");
    router
        .post(one + "/end-sessions", this::endAll)
        .access(Access.ADMIN)
        .summary("Ends all sessions of a user");
    router
        .post(one + "/sessions/{sessionId}/end", this::end)
        .access(Access.ADMIN)
        .summary("Ends a session of a user");
  }

  private Response list(Request request) {
    String query = request.query().text("q", "");
    int after = request.query().number("after", 0, 0, 999_999_999);
    var found = kit.vault().users().search(query, new PageRequest(after, PageRequest.USUAL_LIMIT));
    String q = URLEncoder.encode(query, StandardCharsets.UTF_8);
    String next = found.next() == 0 ? "" : "/admin/users?q=" + q + "&after=" + found.next();
    var lines =
        found.items().stream().map(user -> UsersPage.Line.from(user, kit.messages())).toList();
    return kit.show(request, Area.ADMIN, "admin/users", new UsersPage(query, lines, next));
  }

  private Response show(Request request) {
    return kit.show(request, Area.ADMIN, "admin/user", page(wanted(request)));
  }

  private UserPage page(User user) {
    TrueVault vault = kit.vault();
    Messages messages = kit.messages();
    var entitlement = vault.entitlements().of(user);
    boolean factor = vault.secondFactors().isActive(user);
    var servers = ServerNames.of(vault.servers().list());
    return new UserPage(
        UsersPage.Line.from(user, messages),
        UserPage.facts(user, entitlement, factor, messages),
        UserPage.Why.from(entitlement, messages),
        DeviceCard.all(
            vault.devices().of(user),
            servers,
            entitlement.allowed(),
            Activity.of(vault, user, kit.now()),
            messages),
        SessionsPage.lines(vault.sessions().of(user), ""),
        Objects.requireNonNullElse(user.blockedReason(), ""));
  }

  private Response suspend(Request request) {
    User user = wanted(request);
    kit.vault().users().block(actor(request), user, request.form().text("reason"));
    return kit.done(path(user), "user.suspended");
  }

  private Response reactivate(Request request) {
    User user = wanted(request);
    kit.vault().users().unblock(actor(request), user);
    return kit.done(path(user), "user.reactivated");
  }

  private Response endAll(Request request) {
    User user = wanted(request);
    kit.vault().sessions().endAll(actor(request), user);
    return kit.done(path(user), "user.ended");
  }

  private Response end(Request request) {
    User user = wanted(request);
    kit.vault().sessions().endAny(actor(request), request.pathParameter("sessionId"));
    return kit.done(path(user), "session.ended");
  }

  private User wanted(Request request) {
    return kit.vault().users().require(request.pathParameter("userId"));
  }

  private String actor(Request request) {
    return kit.user(request).publicId();
  }

  private static String path(User user) {
    return "/admin/users/" + user.publicId();
  }
}
