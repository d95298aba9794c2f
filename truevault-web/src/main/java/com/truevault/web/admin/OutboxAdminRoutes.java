package com.truevault.web.admin;

import com.truevault.ErrorKind;
import com.truevault.TrueVault;
import com.truevault.TrueVaultException;
import com.truevault.store.DataFile;
import com.truevault.web.http.Access;
import com.truevault.web.http.Listing;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.session.CurrentUser;
import java.util.Arrays;
import java.util.List;

/** Messages between the files that were given up. */
public final class OutboxAdminRoutes implements Routes {
  private static final String OUTBOX = "/api/v1/admin/outbox";
  private static final String MESSAGE = OUTBOX + "/{file}/{id}";

  private final TrueVault vault;

  /** Answers from the given vault. */
  public OutboxAdminRoutes(TrueVault vault) {
    this.vault = vault;
  }

  @Override
  public void define(Router router) {
    router
        .get(OUTBOX, this::list)
        .access(Access.ADMIN)
        .summary("Lists dead messages, file after file, each oldest first")
        .query("file", "One of the nine files, such as users; all of them if left out.")
        .paged()
        .answersPage(DeadMessageJson.class)
        .problems("file-unknown", "cursor-invalid");
    router
        .post(MESSAGE + "/retry", this::retry)
        .access(Access.ADMIN)
        .summary("Tries a dead message again at once")
        .answers(204)
        .problems("file-unknown", "message-not-found");
    router
        .delete(MESSAGE, this::discard)
        .access(Access.ADMIN)
        .summary("Removes a dead message; its effect never happens")
        .answers(204)
        .problems("file-unknown", "message-not-found", "message-kept");
  }

  private Response list(Request request) {
    List<DataFile> files =
        request
            .query()
            .find("file")
            .map(name -> List.of(file(name)))
            .orElse(List.of(DataFile.values()));
    return Response.json(new DeadMessages(vault.deliveries(), files).list(Listing.of(request)));
  }

  private Response retry(Request request) {
    DataFile file = file(request.pathParameter("file"));
    vault.deliveries().retry(CurrentUser.actor(request), file, request.pathParameter("id"));
    return Response.noContent();
  }

  private Response discard(Request request) {
    DataFile file = file(request.pathParameter("file"));
    vault.deliveries().discard(CurrentUser.actor(request), file, request.pathParameter("id"));
    return Response.noContent();
  }

  private static DataFile file(String name) {
    return Arrays.stream(DataFile.values())
        .filter(file -> file.folder().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new TrueVaultException(
                    ErrorKind.NOT_FOUND,
                    "file-unknown",
                    "none of the nine files is called that; main, users and devices are three"));
  }
}
