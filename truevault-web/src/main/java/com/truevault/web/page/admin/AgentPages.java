package com.truevault.web.page.admin;

import com.truevault.agent.EnrolmentTokens.Minted;
import com.truevault.peer.ListVersion;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.Area;
import com.truevault.web.page.Form;
import com.truevault.web.page.PageKit;
import com.truevault.web.page.Words;
import com.truevault.web.page.admin.AgentCard.Invitation;
import com.truevault.web.session.CurrentUser;
import java.time.Duration;
import java.util.Map;

/** What administrators do about the agent of a server; its card stands on the server's page. */
public final class AgentPages implements Routes {
  private final PageKit kit;
  private final AgentCards agents;

  /** Shows the pages with the given kit. */
  public AgentPages(PageKit kit) {
    this.kit = kit;
    this.agents = new AgentCards(kit);
  }

  @Override
  public void define(Router router) {
    String agent = "/admin/servers/{serverKey}/agent";
    router
        .post(agent + "/invite", this::invite)
        .access(Access.ADMIN)
        .summary("Makes a token for an agent and shows it once");
    router
        .post(agent + "/confirm", this::confirm)
        .form("version", "confirmation")
        .access(Access.ADMIN)
        .summary("Confirms that many peers may go");
    router
        .post(agent + "/epoch", this::raise)
        .access(Access.ADMIN)
        .summary("Issues all lists anew");
    router.post(agent + "/revoke", this::revoke).access(Access.ADMIN).summary("Shuts an agent out");
  }

  private Response invite(Request request) {
    Server server = wanted(request);
    Minted minted = kit.vault().agents().invite(CurrentUser.actor(request), server.key());
    String panel = request.baseUrl();
    String expiry = Words.span(Duration.between(kit.now(), minted.expiresAt()));
    Invitation invitation = new Invitation(kit.t("agent.command", panel, minted.token()), expiry);
    return kit.show(request, Area.ADMIN, "admin/server", agents.page(server, invitation));
  }

  private Response confirm(Request request) {
    Server server = wanted(request);
    String typed = request.form().text("confirmation", "").strip();
    if (!typed.equals(server.key().value())) {
      return kit.noted(path(server), "agent.unconfirmed");
    }
    return kit.submit(
        Form.EMPTY,
        Map.of(),
        () -> confirmed(request, server),
        (status, form) -> kit.noted(path(server), "agent.changed"));
  }

  private Response confirmed(Request request, Server server) {
    ListVersion version = ListVersion.of(request.form().text("version"));
    kit.vault().peerLists().confirmShrinkage(CurrentUser.actor(request), server.key(), version);
    return kit.done(path(server), "agent.confirmed");
  }

  private Response raise(Request request) {
    Server server = wanted(request);
    kit.vault().peerLists().raiseEpoch(CurrentUser.actor(request));
    return kit.done(path(server), "agent.epoch");
  }

  private Response revoke(Request request) {
    Server server = wanted(request);
    kit.vault().agents().revoke(CurrentUser.actor(request), server.key());
    return kit.done(path(server), "agent.revoked");
  }

  private Server wanted(Request request) {
    return kit.vault().servers().require(new ServerKey(request.pathParameter("serverKey")));
  }

  private static String path(Server server) {
    return "/admin/servers/" + server.key();
  }
}
