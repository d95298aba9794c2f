package com.truevault.web.page;

/** The brand and the kind of installation, as every page shows them. */
public record Site(String name, String tagline, boolean demo) {}
