package com.truevault.web.page.demo;

import com.truevault.billing.Subscription;
import com.truevault.user.EmailAddress;
import com.truevault.user.Session;
import com.truevault.user.SignIn;
import com.truevault.user.SignedIn;
import com.truevault.user.User;
import com.truevault.web.demo.time.TimeMachine;
import com.truevault.web.http.Access;
import com.truevault.web.http.Caller;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.http.SessionCookie;
import com.truevault.web.http.SessionTokens;
import com.truevault.web.json.InvalidFieldsException;
import com.truevault.web.page.Area;
import com.truevault.web.page.PageKit;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** The clock of the demo, which everybody may move. */
public final class ClockPages implements Routes {
  private static final String PATH = "/demo/clock";

  private final PageKit kit;
  private final TimeMachine time;
  private final SessionTokens tokens;
  private final String sample;

  /**
   * Moves time with the given machine.
   *
   * @param sample whose plan is watched by visitors who have none
   */
  public ClockPages(PageKit kit, TimeMachine time, SessionTokens tokens, String sample) {
    this.kit = kit;
    this.time = time;
    this.tokens = tokens;
    this.sample = sample;
  }

  @Override
  public void define(Router router) {
    router.get(PATH, this::show).access(Access.ANYONE).summary("Shows the time of the demo");
    router
        .post(PATH, this::move)
        .form("move")
        .access(Access.ANYONE)
        .summary("Moves the time of the demo");
  }

  private Response show(Request request) {
    var page = ClockPage.of(kit.now(), watched(request).orElse(null), time, kit.messages());
    return kit.show(request, Area.SITE, "demo/clock", page);
  }

  /** Sessions end by the clock of the demo; whoever moves it is to stay. */
  private Response move(Request request) {
    Optional<Caller> mover = request.findCaller();
    move(request.form().text("move"), request);
    Response done = Response.redirect(PATH);
    mover.map(this::renewed).ifPresent(done::cookie);
    return done;
  }

  private void move(String move, Request request) {
    if (move.equals("day")) {
      time.passDay();
      return;
    }
    String id = watched(request).map(Watching::gatewayId).orElseThrow(ClockPages::nobody);
    switch (move) {
      case "renewal" -> time.passToCharge(id);
      case "fail" -> time.fail(id);
      case "pass" -> time.letThrough(id);
      default -> throw new InvalidFieldsException("move", "must be day, renewal, fail or pass");
    }
  }

  private String renewed(Caller mover) {
    SignIn.Accepted accepted = kit.vault().sessions().renew(mover.subject(SignedIn.class));
    Session session = accepted.signedIn().session();
    return SessionCookie.keep(
        tokens.issue(accepted.secret(), session.expiresAt()),
        Duration.between(session.createdAt(), session.expiresAt()));
  }

  private Optional<Watching> watched(Request request) {
    return request
        .findCaller()
        .map(caller -> caller.subject(SignedIn.class).user())
        .flatMap(this::watched)
        .or(() -> kit.vault().users().findByEmail(EmailAddress.of(sample)).flatMap(this::watched));
  }

  private Optional<Watching> watched(User user) {
    return kit.vault()
        .subscriptions()
        .current(user)
        .filter(found -> found.gatewayId() != null && time.knows(found.gatewayId()))
        .map(found -> new Watching(user, found));
  }

  private static InvalidFieldsException nobody() {
    return new InvalidFieldsException("move", "needs somebody with a plan; choose one first");
  }

  /** Somebody with a plan. */
  record Watching(User user, Subscription subscription) {
    String gatewayId() {
      return Objects.requireNonNull(subscription.gatewayId());
    }
  }
}
