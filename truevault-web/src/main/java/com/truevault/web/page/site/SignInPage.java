package com.truevault.web.page.site;

import com.truevault.web.page.Form;

/**
 * Signing in.
 *
 * @param next local path to go to afterwards
 * @param codeDemanded whether the second factor has to be given
 */
public record SignInPage(Form form, String next, boolean codeDemanded) {}
