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
  }

  private Response list(Request request) {
    var page = new MailPage(MailPage.lines(mailbox.mails()), null);
    return kit.show(request, Area.SITE, "demo/mail", page);
  }

  private Response read(Request request) {
    List<Mail> mails = mailbox.mails();
    var line =
        MailPage.lines(mails).stream()
            .filter(mail -> Integer.toString(mail.number()).equals(request.pathParameter("number")))
            .findFirst()
            .orElseThrow(MailPages::unknown);
    Mail mail = mails.get(mails.size() - line.number());
    var page = new MailPage(List.of(), MailPage.Open.from(line, mail, request.baseUrl()));
    return kit.show(request, Area.SITE, "demo/mail", page);
  }

  private static TrueVaultException unknown() {
    return new TrueVaultException(ErrorKind.NOT_FOUND, "mail-not-found", "no such mail");
  }
}
