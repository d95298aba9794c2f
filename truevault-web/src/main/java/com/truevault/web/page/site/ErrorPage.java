package com.truevault.web.page.site;

/**
 * A failure in words with one next step.
 *
 * @param request the id under which the failure stands in the log
 */
public record ErrorPage(
    int status, String title, String text, String nextLabel, String nextHref, String request) {}
