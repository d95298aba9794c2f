package com.truevault.web.page.demo;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.mail.Mail;
import com.truevault.testing.RecordingMailSender;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.Area;
import com.truevault.web.page.PageKit;
import java.util.List;

/** The mailbox of the demo, which everybody may read. */
public final class MailPages implements Routes {
  private final PageKit kit;
  private final RecordingMailSender mailbox;

  /** Shows what the given sender kept. */
  public MailPages(PageKit kit, RecordingMailSender mailbox) {
    this.kit = kit;
    this.mailbox = mailbox;
  }

  @Override
  public void define(Router router) {
    router.get("/demo/mail", this::list).access(Access.ANYONE).summary("Lists mails not sent");
    router
        .get("/demo/mail/{number}", this::read)
        .access(Access.ANYONE)
        .summary("Shows a mail not sent");
    router
        .get("/demo/mail/{number}/html", this::html)
        .access(Access.ANYONE)
        .summary("Shows the HTML of a mail not sent");
  }

  private Response list(Request request) {
    var page = new MailPage(MailPage.lines(mailbox.mails()), null);
    return kit.show(request, Area.SITE, "demo/mail", page);
  }

  private Response read(Request request) {
    List<Mail> mails = mailbox.mails();
    MailPage.Line line = line(request, mails);
    var open = MailPage.Open.from(line, mail(line, mails), request.baseUrl());
    return kit.show(request, Area.SITE, "demo/mail", new MailPage(List.of(), open));
  }

  private Response html(Request request) {
    List<Mail> mails = mailbox.mails();
    return Response.html(mail(line(request, mails), mails).html()).framed();
  }

  private static MailPage.Line line(Request request, List<Mail> mails) {
    return MailPage.lines(mails).stream()
        .filter(mail -> Integer.toString(mail.number()).equals(request.pathParameter("number")))
        .findFirst()
        .orElseThrow(MailPages::unknown);
  }

  private static Mail mail(MailPage.Line line, List<Mail> mails) {
    return mails.get(mails.size() - line.number());
  }

  private static TrueVaultException unknown() {
    return new TrueVaultException(ErrorKind.NOT_FOUND, "mail-not-found", "no such mail");
  }
}
