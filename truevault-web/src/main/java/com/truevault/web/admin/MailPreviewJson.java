package com.truevault.web.admin;

import com.truevault.mail.Mail;

/** A mail with values that are made up. */
public record MailPreviewJson(String subject, String text, String html) {
  static MailPreviewJson from(Mail mail) {
    return new MailPreviewJson(mail.subject(), mail.text(), mail.html());
  }
}
