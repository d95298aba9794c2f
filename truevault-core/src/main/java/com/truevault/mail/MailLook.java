package com.truevault.mail;

/**
 * The colours of mails, written {@code #rrggbb}: light, because many mail programs know no other
 * ground.
 *
 * @param ground around the letter, which itself is white
 * @param text readable on white and on the ground, as the next two are
 * @param muted what matters less
 * @param link where one can go
 * @param border of the letter
 * @param button the ground of a button
 * @param onButton what is written on it
 */
public record MailLook(
    String ground,
    String text,
    String muted,
    String link,
    String border,
    String button,
    String onButton) {}
