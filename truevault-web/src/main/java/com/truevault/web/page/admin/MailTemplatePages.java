package com.truevault.web.page.admin;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.mail.Mail;
import com.truevault.mail.MailTemplates;
import com.truevault.mail.MailWords;
import com.truevault.user.User;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.Area;
import com.truevault.web.page.Form;
import com.truevault.web.page.PageKit;
import java.util.Map;

/** The words of mails: list, editor, preview, and a sample to oneself. */
public final class MailTemplatePages implements Routes {
  private static final String LIST = "/admin/mails";
  private static final String ONE = LIST + "/{template}";
  private static final String[] FIELDS = {"subject", "body"};
  private static final Map<String, String> PLACES =
      Map.of(
          "mail-subject-placeholder", "subject",
          "mail-body-placeholder", "body",
          "mail-body-link", "body",
          "mail-body-empty", "body");
  private final PageKit kit;

  /** Shows the pages with the given kit. */
  public MailTemplatePages(PageKit kit) {
    this.kit = kit;
  }

  @Override
  public void define(Router router) {
    router.get(LIST, this::list).access(Access.ADMIN).summary("Lists the mails");
    router.get(ONE, this::show).access(Access.ADMIN).summary("Shows the words of a mail");
    router
        .post(ONE, this::save)
        .form(FIELDS)
        .access(Access.ADMIN)
        .summary("Changes the words of a mail");
    router.post(ONE + "/reset", this::reset).access(Access.ADMIN).summary("Resets a mail");
    router.post(ONE + "/sample", this::sample).access(Access.ADMIN).summary("Sends a sample");
    router.get(ONE + "/preview", this::preview).access(Access.ADMIN).summary("Previews a mail");
    router
        .post(ONE + "/preview", this::previewTyped)
        .form(FIELDS)
        .access(Access.ADMIN)
        .summary("Previews what was typed");
  }

  private Response list(Request request) {
    return kit.show(request, Area.ADMIN, "admin/mails", MailsPage.from(templates().list()));
  }

  private Response show(Request request) {
    return page(200, request, MailTemplatePage.form(text(request).words()));
  }

  private Response save(Request request) {
    Form typed = Form.typed(request.form(), FIELDS);
    MailWords words = typed(request, typed);
    return kit.submit(
        typed,
        PLACES,
        () -> {
          templates().change(kit.user(request).publicId(), words);
          return kit.done(path(request), "mails.saved");
        },
        (status, form) -> page(status, request, form));
  }

  private Response reset(Request request) {
    templates().reset(kit.user(request).publicId(), text(request).words().template());
    return kit.done(path(request), "mails.reset");
  }

  private Response sample(Request request) {
    MailWords words = text(request).words();
    try {
      templates().sendSample(address(kit.user(request)), words);
      return kit.done(path(request), "mails.sent");
    } catch (TrueVaultException failure) {
      Form form = MailTemplatePage.form(words).refused(Form.WHOLE, failure.getMessage());
      return page(failure.kind() == ErrorKind.UNAVAILABLE ? 503 : 409, request, form);
    }
  }

  private Response preview(Request request) {
    return letter(request, text(request).words());
  }

  private Response previewTyped(Request request) {
    try {
      return letter(request, typed(request, Form.typed(request.form(), FIELDS)));
    } catch (TrueVaultException refusal) {
      return Response.text(400, refusal.getMessage()).framed();
    }
  }

  private Response letter(Request request, MailWords words) {
    Mail mail = templates().preview(address(kit.user(request)), words);
    return Response.html(mail.html()).framed();
  }

  private Response page(int status, Request request, Form form) {
    MailTemplates.Text text = text(request);
    Mail sample = templates().preview(address(kit.user(request)), text.words());
    var page = MailTemplatePage.from(text, sample, form);
    return kit.show(status, request, Area.ADMIN, "admin/mail", page);
  }

  private MailTemplates templates() {
    return kit.vault().mailTemplates();
  }

  private MailTemplates.Text text(Request request) {
    return templates().find(request.pathParameter("template"));
  }

  private MailWords typed(Request request, Form typed) {
    String template = text(request).words().template();
    return new MailWords(template, typed.value("subject"), typed.value("body"));
  }

  private String path(Request request) {
    return LIST + "/" + text(request).words().template();
  }

  private static String address(User user) {
    return user.email().deliverable();
  }
}
