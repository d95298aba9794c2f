package com.truevault.web.page.demo;

import com.truevault.mail.Mail;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Mails the demo did not send, and the one that is open. */
public record MailPage(List<Line> mails, @Nullable Open open) {
  /** One mail in the list; its number stays while newer ones arrive. */
  public record Line(int number, String to, String subject) {}

  /** A mail being read; links are the addresses in its text that lead to this site. */
  public record Open(Line line, String body, List<String> links) {
    /** A mail with its links. */
    public static Open from(Line line, Mail mail, String baseUrl) {
      List<String> links =
          mail.text()
              .lines()
              .map(String::strip)
              .filter(text -> text.startsWith(baseUrl + "/"))
              .map(text -> text.substring(baseUrl.length()))
              .toList();
      return new Open(line, mail.text(), links);
    }
  }

  /** The mails as lines, newest first. */
  public static List<Line> lines(List<Mail> mails) {
    return IntStream.range(0, mails.size())
        .mapToObj(i -> new Line(mails.size() - i, mails.get(i).to(), mails.get(i).subject()))
        .toList();
  }
}
