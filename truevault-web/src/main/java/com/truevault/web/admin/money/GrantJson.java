package com.truevault.web.admin.money;

import com.truevault.billing.Fact.GrantKind;

/**
 * Time to be given.
 *
 * @param days 1 to 366
 */
public record GrantJson(GrantKind kind, int days, String reason) {}
