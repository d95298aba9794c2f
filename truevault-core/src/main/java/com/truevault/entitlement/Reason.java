package com.truevault.entitlement;

/**
 * One link in the chain that answers "why am I connected, or not?".
 *
 * @param code stable, such as {@code renewal-failed}
 * @param text for the customer
 * @param evidence for support: the rows and dates it rests on; never shown to customers
 */
public record Reason(String code, String text, String evidence) {}
