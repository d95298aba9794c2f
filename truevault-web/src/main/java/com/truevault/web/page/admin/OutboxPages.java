package com.truevault.web.page.admin;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.store.DataFile;
import com.truevault.store.PageRequest;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.Area;
import com.truevault.web.page.PageKit;
import com.truevault.web.session.CurrentUser;
import java.util.Arrays;

/** Effects that gave up: retried or discarded by hand. */
public final class OutboxPages implements Routes {
  private final PageKit kit;

  /** Shows the pages with the given kit. */
  public OutboxPages(PageKit kit) {
    this.kit = kit;
  }

  @Override
  public void define(Router router) {
    router.get("/admin/outbox", this::list).access(Access.ADMIN).summary("Lists dead effects");
    String one = "/admin/outbox/{file}/{messageId}";
    router.post(one + "/retry", this::retry).access(Access.ADMIN).summary("Retries an effect");
    router.post(one + "/discard", this::discard).access(Access.ADMIN).summary("Discards an effect");
  }

  private Response list(Request request) {
    var first = PageRequest.first();
    var lines =
        Arrays.stream(DataFile.values())
            .flatMap(file -> kit.vault().deliveries().dead(file, first).items().stream())
            .map(OutboxPage.Line::from)
            .toList();
    return kit.show(request, Area.ADMIN, "admin/outbox", new OutboxPage(lines));
  }

  private Response retry(Request request) {
    String id = request.pathParameter("messageId");
    kit.vault().deliveries().retry(CurrentUser.actor(request), file(request), id);
    return kit.done("/admin/outbox", "outbox.retried");
  }

  private Response discard(Request request) {
    String id = request.pathParameter("messageId");
    kit.vault().deliveries().discard(CurrentUser.actor(request), file(request), id);
    return kit.done("/admin/outbox", "outbox.discarded");
  }

  private static DataFile file(Request request) {
    String name = request.pathParameter("file");
    return Arrays.stream(DataFile.values())
        .filter(file -> file.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () -> new TrueVaultException(ErrorKind.NOT_FOUND, "not-found", "no file is called so"));
  }
}
