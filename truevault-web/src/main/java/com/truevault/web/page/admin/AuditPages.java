package com.truevault.web.page.admin;

import com.truevault.audit.AuditEntry;
import com.truevault.store.PageRequest;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.Area;
import com.truevault.web.page.Choice;
import com.truevault.web.page.Form;
import com.truevault.web.page.Messages;
import com.truevault.web.page.PageKit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The audit log. */
public final class AuditPages implements Routes {
  /** What the list can be narrowed to: the beginnings of the actions. */
  private static final List<String> KINDS =
      List.of(
          "",
          "user.sign",
          "user.",
          "session.",
          "subscription.",
          "device.",
          "server.",
          "vip.",
          "setting.",
          "theme.",
          "message.",
          "access.");

  private final PageKit kit;

  /** Shows the page with the given kit. */
  public AuditPages(PageKit kit) {
    this.kit = kit;
  }

  @Override
  public void define(Router router) {
    router.get("/admin/audit", this::list).access(Access.ADMIN).summary("Shows who did what");
  }

  private Response list(Request request) {
    int after = request.query().number("after", 0, 0, 999_999_999);
    String wanted = request.query().text("action", "");
    String kind = KINDS.contains(wanted) ? wanted : "";
    var found = kit.vault().audit().list(kind, new PageRequest(after, PageRequest.USUAL_LIMIT));
    String next = found.next() == 0 ? "" : "/admin/audit?action=" + kind + "&after=" + found.next();
    var parties = new AuditParties(kit.vault(), kit.messages());
    var lines = found.items().stream().map(entry -> line(entry, parties)).toList();
    var page = new AuditPage(lines, kinds(), Form.of(Map.of("action", kind)), next);
    return kit.show(request, Area.ADMIN, "admin/audit", page);
  }

  private List<Choice> kinds() {
    return KINDS.stream().map(kind -> new Choice(kind, kit.t("audit.kind." + kind))).toList();
  }

  private String fact(String name, String value) {
    String said = name.equals("plan") ? "plan." + value.toLowerCase(Locale.ROOT) : "";
    Messages messages = kit.messages();
    return messages.textOr("audit.fact." + name, name) + ": " + messages.textOr(said, value);
  }

  private AuditPage.Line line(AuditEntry entry, AuditParties parties) {
    String detail =
        new TreeMap<>(entry.detail())
            .entrySet().stream()
                .map(fact -> fact(fact.getKey(), fact.getValue()))
                .collect(Collectors.joining(", "));
    return new AuditPage.Line(
        entry.at(),
        parties.actor(entry),
        kit.messages().textOr("audit.act." + entry.action(), entry.action()),
        parties.subject(entry),
        detail);
  }
}
