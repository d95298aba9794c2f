package com.truevault.web.page.money;

import com.truevault.web.page.Form;
import java.util.List;

/**
 * Where money comes from.
 *
 * @param isSet whether there are credentials
 * @param isLive whether customers pay real money
 * @param steps what is missing at PayPal; empty if nothing, or if it was not asked
 * @param asked whether PayPal was asked
 * @param lacks what the app may not do, as the last test found
 */
public record PayPalPage(
    boolean isSet,
    boolean isLive,
    String clientId,
    List<String> steps,
    boolean asked,
    List<String> lacks,
    Form form) {}
