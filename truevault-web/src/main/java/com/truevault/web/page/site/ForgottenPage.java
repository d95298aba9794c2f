package com.truevault.web.page.site;

import com.truevault.web.page.Form;

/**
 * Asking for a link to choose a new password.
 *
 * @param sent whether the request was taken; says nothing about whether the address is known
 */
public record ForgottenPage(Form form, boolean sent) {}
