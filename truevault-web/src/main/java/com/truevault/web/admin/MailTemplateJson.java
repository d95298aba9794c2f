package com.truevault.web.admin;

import com.truevault.mail.MailTemplates.Text;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of a mail.
 *
 * @param placeholders what may stand in braces
 * @param changedAt null if it says what a fresh installation says
 */
public record MailTemplateJson(
    String template,
    String subject,
    String body,
    List<String> placeholders,
    @Nullable Instant changedAt) {

  static MailTemplateJson from(Text text) {
    return new MailTemplateJson(
        text.words().template(),
        text.words().subject(),
        text.words().body(),
        List.copyOf(text.placeholders()),
        text.changedAt());
  }
}
