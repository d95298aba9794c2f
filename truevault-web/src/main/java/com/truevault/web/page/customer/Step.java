package com.truevault.web.page.customer;

/** The next thing to do, in words, and where. */
public record Step(String label, String href) {}
