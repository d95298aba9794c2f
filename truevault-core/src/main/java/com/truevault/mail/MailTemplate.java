package com.truevault.mail;

import java.time.Instant;

/**
 * The text of a mail that an operator changed.
 *
 * @param template its name in the bundle, such as {@code password-reset}
 * @param subject one line, 1 to 200 characters
 * @param body 1 to 20,000 characters
 */
public record MailTemplate(String template, String subject, String body, Instant updatedAt) {}
