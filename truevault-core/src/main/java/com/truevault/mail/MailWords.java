package com.truevault.mail;

/**
 * The words of one kind of mail, with placeholders such as <code>{link}</code> where values go.
 *
 * @param template such as {@code password-reset}
 * @param subject one line
 * @param body the text, lines ended by line feeds
 */
public record MailWords(String template, String subject, String body) {}
