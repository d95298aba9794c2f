package com.truevault.web.page.site;

import com.truevault.web.page.Form;

/**
 * Signing up.
 *
 * @param plan the plan chosen on the home page, empty if none
 */
public record SignUpPage(Form form, String plan) {}
