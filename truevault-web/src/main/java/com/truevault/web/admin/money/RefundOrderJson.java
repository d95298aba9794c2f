package com.truevault.web.admin.money;

/**
 * Money to be given back.
 *
 * @param amountMinor in minor units of the payment's currency; more than nothing
 * @param reason one line for the customer
 */
public record RefundOrderJson(String saleId, long amountMinor, String reason) {}
