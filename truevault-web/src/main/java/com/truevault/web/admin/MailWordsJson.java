package com.truevault.web.admin;

import com.truevault.mail.MailWords;

/** The words of a mail as they are to be. */
public record MailWordsJson(String subject, String body) {
  MailWords of(String template) {
    return new MailWords(template, subject, body);
  }
}
