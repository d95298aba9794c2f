package com.truevault.web.page;

/** What the page says once about the action before it. */
public record Flash(Tone tone, String text) {}
