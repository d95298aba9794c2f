package com.truevault.web.agent;

import com.truevault.TrueVault;
import com.truevault.agent.Agents;
import com.truevault.peer.ListVersion;
import com.truevault.peer.PeerList;
import com.truevault.web.http.Access;
import com.truevault.web.http.Later;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.wireguard.list.SignedList;
import java.time.Duration;
import java.time.InstantSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the agents of the servers join, pull their lists and report. */
public final class AgentRoutes implements Routes {
  private static final String AGENT = "/api/v1/agent";
  private static final int LONGEST_WAIT = 60;
  private static final int LARGEST_REPORT = 2 * 1024 * 1024;
  private static final Pattern TAG = Pattern.compile("\\s*(?:W/)?\"([0-9]+\\.[0-9]+)\"\\s*");

  private final TrueVault vault;
  private final SignedLists lists;
  private final InstantSource clock;

  /** Answers from the given vault. */
  public AgentRoutes(TrueVault vault, InstantSource clock) {
    this.vault = vault;
    this.lists = new SignedLists(vault.nodeKeys());
    this.clock = clock;
  }

  @Override
  public void define(Router router) {
    router
        .post(AGENT + "/enrolments", this::enrol)
        .access(Access.ANYONE)
        .summary("Exchanges a token of enrolment for an agent's credential")
        .body(AgentEnrolmentJson.class)
        .answers(201, EnrolledAgentJson.class)
        .problems("enrolment-token-invalid", "server-not-found");
    router
        .get(AGENT + "/peers", this::peers)
        .access(Access.AGENT)
        .summary("Hands out the signed list of the agent's server")
        .query("wait", Integer.class, "How many seconds to wait for news, 0 to 60; 0 if left out.")
        .answersAs(200, SignedList.MEDIA_TYPE)
        .answers(304)
        .problems("agent-unknown", "list-not-issued");
    router
        .post(AGENT + "/reports", this::report)
        .access(Access.AGENT)
        .summary("Takes what is really there on the agent's server")
        .body(AgentReportJson.class)
        .maxBody(LARGEST_REPORT)
        .answers(204)
        .problems("agent-unknown", "list-version-invalid", "public-key-invalid");
    router
        .post(AGENT + "/credentials", this::rotate)
        .access(Access.AGENT)
        .summary("Hands out another credential; its first use ends the one before")
        .answers(201, AgentCredentialJson.class)
        .problems("agent-unknown");
  }

  private Response enrol(Request request) {
    AgentEnrolmentJson wanted = request.json(AgentEnrolmentJson.class);
    Agents.Enrolled enrolled =
        vault.agents().enrol(wanted.token(), AgentReportJson.line(wanted.software(), 100));
    return Response.created(
        AGENT + "/peers",
        new EnrolledAgentJson(
            enrolled.server().value(),
            enrolled.credential(),
            vault.nodeKeys().signing().verifyingKey().base64()));
  }

  private Response peers(Request request) {
    int wait = request.query().number("wait", 0, 0, LONGEST_WAIT);
    if (wait == 0 || request.method().equals("HEAD")) {
      return newest(request);
    }
    return Response.later(
        new Later(
            vault.peerLists().awaitNews(request.agent(), known(request), Duration.ofSeconds(wait)),
            () -> newest(request)));
  }

  private Response newest(Request request) {
    PeerList list = vault.peerLists().require(request.agent());
    boolean isGzip = request.header("Accept-Encoding").orElse("").contains("gzip");
    if (list.version().equals(known(request))) {
      return Response.notModified().etag(list.version().toString());
    }
    Response response =
        Response.bytes(200, SignedList.MEDIA_TYPE, isGzip ? lists.gzip(list) : lists.plain(list))
            .etag(list.version().toString())
            .header("Vary", "Accept-Encoding");
    return isGzip ? response.header("Content-Encoding", "gzip") : response;
  }

  private Response report(Request request) {
    AgentReportJson report = request.json(AgentReportJson.class);
    vault.agentReports().receive(request.agent(), report.report(clock.instant()));
    return Response.noContent();
  }

  private Response rotate(Request request) {
    String credential = request.bearerToken().orElseThrow();
    return Response.created(
        AGENT + "/peers", new AgentCredentialJson(vault.agents().rotate(credential)));
  }

  private static @Nullable ListVersion known(Request request) {
    Matcher tag = TAG.matcher(request.header("If-None-Match").orElse(""));
    return tag.matches() ? ListVersion.of(tag.group(1)) : null;
  }
}
