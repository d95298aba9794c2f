package com.truevault.web.page.admin;

import com.truevault.mail.MailTemplates.Text;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All mails. */
public record MailsPage(List<Line> mails) {
  /** One mail; changedAt is null if it says what a fresh installation says. */
  public record Line(String template, String subject, @Nullable Instant changedAt) {}

  /** The templates as lines. */
  public static MailsPage from(List<Text> texts) {
    return new MailsPage(
        texts.stream()
            .map(
                text -> new Line(text.words().template(), text.words().subject(), text.changedAt()))
            .toList());
  }
}
