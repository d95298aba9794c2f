package com.truevault.web.admin;

import com.truevault.TrueVault;
import com.truevault.user.EmailAddress;
import com.truevault.vip.VipEntry;
import com.truevault.web.http.Access;
import com.truevault.web.http.Listing;
import com.truevault.web.http.PageJson;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.session.CurrentUser;
import java.util.Objects;

/** The VIP list, which nobody else learns of. */
public final class VipAdminRoutes implements Routes {
  private static final String VIPS = "/api/v1/admin/vips";
  private static final String VIP = VIPS + "/{id}";

  private final TrueVault vault;

  /** Answers from the given vault. */
  public VipAdminRoutes(TrueVault vault) {
    this.vault = vault;
  }

  @Override
  public void define(Router router) {
    router
        .get(VIPS, this::list)
        .access(Access.ADMIN)
        .summary("Lists the addresses that use the service without paying")
        .paged()
        .answersPage(VipJson.class)
        .problems("cursor-invalid");
    router
        .post(VIPS, this::add)
        .access(Access.ADMIN)
        .summary("Adds an address")
        .body(NewVipJson.class)
        .answers(201, VipJson.class)
        .problems("email-invalid", "vip-listed", "text-invalid");
    router
        .get(VIP, this::show)
        .access(Access.ADMIN)
        .summary("Shows one entry")
        .answers(200, VipJson.class)
        .problems("vip-not-found");
    router
        .patch(VIP, this::change)
        .access(Access.ADMIN)
        .summary("Changes the notes of an entry and whether it counts")
        .body(VipChangeJson.class)
        .answers(200, VipJson.class)
        .problems("vip-not-found", "text-invalid");
    router
        .delete(VIP, this::remove)
        .access(Access.ADMIN)
        .summary("Takes an address off the list")
        .answers(204)
        .problems("vip-not-found");
  }

  private Response list(Request request) {
    return Response.json(
        PageJson.of(vault.vips().list(Listing.of(request).request()), VipJson::from));
  }

  private Response add(Request request) {
    NewVipJson wanted = request.json(NewVipJson.class);
    VipEntry entry =
        vault
            .vips()
            .add(
                CurrentUser.actor(request),
                EmailAddress.of(wanted.email()),
                Objects.requireNonNullElse(wanted.notes(), ""));
    return Response.created(VIPS + "/" + entry.publicId(), VipJson.from(entry));
  }

  private Response show(Request request) {
    return Response.json(VipJson.from(entry(request)));
  }

  private Response change(Request request) {
    VipChangeJson wanted = request.json(VipChangeJson.class);
    VipEntry before = entry(request);
    return Response.json(
        VipJson.from(
            vault
                .vips()
                .change(
                    CurrentUser.actor(request),
                    before,
                    Objects.requireNonNullElse(wanted.notes(), before.notes()),
                    Objects.requireNonNullElse(wanted.isActive(), before.active()))));
  }

  private Response remove(Request request) {
    vault.vips().remove(CurrentUser.actor(request), entry(request));
    return Response.noContent();
  }

  private VipEntry entry(Request request) {
    return vault.vips().require(request.pathParameter("id"));
  }
}
