package com.truevault.web.admin.money;

import com.truevault.subscription.Reviews.Decision;

/**
 * What was decided.
 *
 * @param about what it is about, as the list says
 */
public record DecisionJson(String about, Decision decision) {}
