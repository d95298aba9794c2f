package com.truevault.web.page.admin;

import com.truevault.mail.Mail;
import com.truevault.mail.MailTemplates.Text;
import com.truevault.mail.MailWords;
import com.truevault.web.page.Form;
import java.util.List;
import java.util.Map;

/**
 * The editor of one mail.
 *
 * @param placeholders in braces
 * @param sample what is kept now, with values that are made up
 */
public record MailTemplatePage(
    String template, List<String> placeholders, boolean isChanged, Mail sample, Form form) {

  /** The editor with what is kept or was typed. */
  public static MailTemplatePage from(Text text, Mail sample, Form form) {
    return new MailTemplatePage(
        text.words().template(),
        text.placeholders().stream().map(word -> "{" + word + "}").toList(),
        text.changedAt() != null,
        sample,
        form);
  }

  /** Words as they are edited. */
  static Form form(MailWords words) {
    return Form.of(Map.of("subject", words.subject(), "body", words.body()));
  }
}
