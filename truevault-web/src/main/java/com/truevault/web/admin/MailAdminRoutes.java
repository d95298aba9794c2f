package com.truevault.web.admin;

import com.truevault.TrueVault;
import com.truevault.mail.MailTemplates;
import com.truevault.web.http.Access;
import com.truevault.web.http.Listing;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.session.CurrentUser;

/** Reading and changing the words of mails. */
public final class MailAdminRoutes implements Routes {
  private static final String TEMPLATES = "/api/v1/admin/mail-templates";
  private static final String TEMPLATE = TEMPLATES + "/{template}";
  private static final String UNKNOWN = "mail-template-unknown";
  private static final String[] REFUSALS = {
    UNKNOWN,
    "text-invalid",
    "mail-subject-placeholder",
    "mail-body-placeholder",
    "mail-body-link",
    "mail-body-empty"
  };

  private final MailTemplates templates;

  /** Answers from the given vault. */
  public MailAdminRoutes(TrueVault vault) {
    this.templates = vault.mailTemplates();
  }

  @Override
  public void define(Router router) {
    router
        .get(TEMPLATES, this::list)
        .access(Access.ADMIN)
        .summary("Lists the words of all mails")
        .paged()
        .answersPage(MailTemplateJson.class);
    router
        .get(TEMPLATE, this::show)
        .access(Access.ADMIN)
        .summary("Shows the words of a mail")
        .answers(200, MailTemplateJson.class)
        .problems(UNKNOWN);
    router
        .put(TEMPLATE, this::change)
        .access(Access.ADMIN)
        .summary("Changes the words of a mail")
        .body(MailWordsJson.class)
        .answers(200, MailTemplateJson.class)
        .problems(REFUSALS);
    router
        .post(TEMPLATE + "/reset", this::reset)
        .access(Access.ADMIN)
        .summary("Puts a mail back to what a fresh installation says")
        .answers(200, MailTemplateJson.class)
        .problems(UNKNOWN);
    router
        .post(TEMPLATE + "/preview", this::preview)
        .access(Access.ADMIN)
        .summary("Shows the mail that words would make")
        .body(MailWordsJson.class)
        .answers(200, MailPreviewJson.class)
        .problems(REFUSALS);
    router
        .post(TEMPLATE + "/sample", this::sample)
        .access(Access.ADMIN)
        .summary("Sends a sample to the caller, at once")
        .answers(204)
        .problems(UNKNOWN, "mail-not-sent", "mail-refused", "mail-address-unusable");
  }

  private Response list(Request request) {
    return Response.json(
        Listing.of(request)
            .slice(templates.list(), text -> text.words().template(), MailTemplateJson::from));
  }

  private Response show(Request request) {
    return Response.json(MailTemplateJson.from(text(request)));
  }

  private Response change(Request request) {
    MailWordsJson wanted = request.json(MailWordsJson.class);
    String template = text(request).words().template();
    return Response.json(
        MailTemplateJson.from(templates.change(CurrentUser.actor(request), wanted.of(template))));
  }

  private Response reset(Request request) {
    String template = text(request).words().template();
    return Response.json(
        MailTemplateJson.from(templates.reset(CurrentUser.actor(request), template)));
  }

  private Response preview(Request request) {
    MailWordsJson wanted = request.json(MailWordsJson.class);
    String template = text(request).words().template();
    return Response.json(
        MailPreviewJson.from(templates.preview(address(request), wanted.of(template))));
  }

  private Response sample(Request request) {
    templates.sendSample(address(request), text(request).words());
    return Response.noContent();
  }

  private MailTemplates.Text text(Request request) {
    return templates.find(request.pathParameter("template"));
  }

  private static String address(Request request) {
    return CurrentUser.of(request).email().deliverable();
  }
}
