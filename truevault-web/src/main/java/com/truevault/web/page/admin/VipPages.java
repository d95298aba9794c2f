package com.truevault.web.page.admin;

import com.truevault.store.PageRequest;
import com.truevault.user.EmailAddress;
import com.truevault.vip.VipEntry;
import com.truevault.web.http.Access;
import com.truevault.web.http.Parameters;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.Area;
import com.truevault.web.page.Form;
import com.truevault.web.page.PageKit;
import java.util.Map;

/** The VIP list. */
public final class VipPages implements Routes {
  private static final Map<String, String> PLACES =
      Map.of("email-invalid", "email", "vip-listed", "email");
  private final PageKit kit;

  /** Shows the pages with the given kit. */
  public VipPages(PageKit kit) {
    this.kit = kit;
  }

  @Override
  public void define(Router router) {
    router.get("/admin/vips", this::list).access(Access.ADMIN).summary("Shows the VIP list");
    router
        .post("/admin/vips", this::add)
        .form("email", "notes")
        .access(Access.ADMIN)
        .summary("Adds a VIP");
    String one = "/admin/vips/{vipId}";
    router
        .post(one, this::save)
        .form("notes", "active")
        .access(Access.ADMIN)
        .summary("Changes a VIP");
    router.post(one + "/remove", this::remove).access(Access.ADMIN).summary("Removes a VIP");
  }

  private Response list(Request request) {
    return page(200, request, Form.EMPTY);
  }

  private Response add(Request request) {
    Form typed = Form.typed(request.form(), "email", "notes");
    return kit.submit(
        typed,
        PLACES,
        () -> {
          EmailAddress email = EmailAddress.of(typed.value("email"));
          kit.vault().vips().add(actor(request), email, typed.value("notes"));
          return kit.done("/admin/vips", "vip.added");
        },
        (status, form) -> page(status, request, form));
  }

  private Response save(Request request) {
    Parameters sent = request.form();
    VipEntry entry = kit.vault().vips().require(request.pathParameter("vipId"));
    String notes = sent.text("notes", "");
    kit.vault().vips().change(actor(request), entry, notes, sent.isChecked("active"));
    return kit.done("/admin/vips", "vip.saved");
  }

  private Response remove(Request request) {
    VipEntry entry = kit.vault().vips().require(request.pathParameter("vipId"));
    kit.vault().vips().remove(actor(request), entry);
    return kit.done("/admin/vips", "vip.removed");
  }

  private Response page(int status, Request request, Form form) {
    int after = request.query().number("after", 0, 0, 999_999_999);
    var found = kit.vault().vips().list(new PageRequest(after, PageRequest.USUAL_LIMIT));
    String next = found.next() == 0 ? "" : "/admin/vips?after=" + found.next();
    var lines = found.items().stream().map(VipsPage.Line::from).toList();
    return kit.show(status, request, Area.ADMIN, "admin/vips", new VipsPage(lines, form, next));
  }

  private String actor(Request request) {
    return kit.user(request).email().typed();
  }
}
