package com.truevault.web.page;

import com.truevault.ErrorKind;
import com.truevault.TrueVault;
import com.truevault.TrueVaultException;
import com.truevault.setting.SettingKey;
import com.truevault.user.SignedIn;
import com.truevault.user.User;
import com.truevault.web.http.Caller;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.page.site.ServerState;
import com.truevault.web.session.CurrentUser;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** What page routes share: frames, answers, and forms that were refused. Thread-safe. */
public final class PageKit {
  private final Pages pages = new Pages();
  private final Messages messages = new Messages(Locale.ENGLISH);
  private final TrueVault vault;
  private final boolean demo;
  private final InstantSource clock;

  /** Shows pages of a vault; a demo says on each of them that it is one. */
  public PageKit(TrueVault vault, boolean demo, InstantSource clock) {
    this.vault = vault;
    this.demo = demo;
    this.clock = clock;
  }

  /** The time now. */
  public Instant now() {
    return clock.instant();
  }

  /** The library. */
  public TrueVault vault() {
    return vault;
  }

  /** The visible text of a key. */
  public String t(String key, Object... arguments) {
    return messages.text(key, arguments);
  }

  /** All visible texts. */
  public Messages messages() {
    return messages;
  }

  /** Where people write for help; empty if the operator named no address. */
  public String support() {
    return vault.settings().text(SettingKey.SUPPORT_EMAIL);
  }

  /** Where people see to how they pay: the payment provider's page, or what stands for it here. */
  public String paymentPage() {
    if (demo) {
      return "/demo/clock";
    }
    String host =
        vault.settings().text(SettingKey.PAYPAL_MODE).equals("live") ? "www" : "www.sandbox";
    return "https://" + host + ".paypal.com/myaccount/autopay/";
  }

  /** What is known of the servers besides themselves. */
  public ServerState.Knowledge serverStates() {
    return new ServerState.Knowledge(
        vault.servers().inTrouble().keySet(), vault.health().planned().underWay());
  }

  /** Who is signed in, as they were when the request began. */
  public User user(Request request) {
    return CurrentUser.of(request);
  }

  /** 200 with a page. */
  public Response show(Request request, Area area, String template, Object page) {
    return Response.html(html(request, area, template, page));
  }

  /** A page with any status. */
  public Response show(int status, Request request, Area area, String template, Object page) {
    return Response.html(status, html(request, area, template, page));
  }

  /** On to a page that says once what was done: the text {@code flash.KEY}. */
  public Response done(String path, String key) {
    return Response.redirect(path + (path.contains("?") ? "&" : "?") + "done=" + key);
  }

  /** As {@link #done}, for news that are not good. */
  public Response noted(String path, String key) {
    return Response.redirect(path + (path.contains("?") ? "&" : "?") + "note=" + key);
  }

  /** Shows a form again after it was refused. */
  @FunctionalInterface
  public interface Again {
    /** The page with the form, whose errors are set, and the status of the refusal. */
    Response show(int status, Form form);
  }

  /**
   * Does what a form asks for. A refusal that the person can mend shows the form again; every other
   * one becomes an error page.
   *
   * @param places which field a refusal is about; see {@link Form#refused(TrueVaultException, Map)}
   */
  public Response submit(
      Form typed, Map<String, String> places, Supplier<Response> act, Again again) {
    try {
      return act.get();
    } catch (TrueVaultException refusal) {
      return switch (refusal.kind()) {
        case INVALID, FORBIDDEN, CONFLICT, LIMIT_REACHED, TOO_MANY_ATTEMPTS ->
            again.show(statusOf(refusal), typed.refused(refusal, places));
        case UNAUTHENTICATED, NOT_FOUND, UNAVAILABLE -> throw refusal;
      };
    }
  }

  private static int statusOf(TrueVaultException refusal) {
    if (refusal.kind() == ErrorKind.TOO_MANY_ATTEMPTS) {
      return 429;
    }
    return refusal.kind() == ErrorKind.CONFLICT ? 409 : 400;
  }

  private String html(Request request, Area area, String template, Object page) {
    Site site =
        new Site(
            vault.settings().text(SettingKey.SITE_NAME),
            vault.settings().text(SettingKey.SITE_TAGLINE),
            support(),
            demo);
    Visitor visitor =
        new Visitor(
            request.findCaller().map(caller -> name(caller)).orElse(null),
            request.findCaller().map(Caller::isAdmin).orElse(false),
            request.csrfToken());
    return pages.html(
        template, new Frame(site, area, request.path(), visitor, flashes(request), messages), page);
  }

  private static String name(Caller caller) {
    User user = caller.subject(SignedIn.class).user();
    String name = user.name().full();
    return name.isEmpty() ? user.email().typed() : name;
  }

  private List<Flash> flashes(Request request) {
    String done = request.query().text("done", "");
    String key = "flash." + (done.isEmpty() ? request.query().text("note", "") : done);
    String text = messages.textOr(key, "");
    Tone tone = done.isEmpty() ? Tone.WARN : Tone.GOOD;
    return text.isEmpty() ? List.of() : List.of(new Flash(tone, text));
  }
}
