package com.truevault.web.page;

/**
 * The brand and the kind of installation, as every page shows them.
 *
 * @param support where to write for help; empty if the operator named no address
 */
public record Site(String name, String tagline, String support, boolean demo) {}
