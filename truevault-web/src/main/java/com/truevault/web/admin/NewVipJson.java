package com.truevault.web.admin;

import org.jspecify.annotations.Nullable;

/** An address for the VIP list, whether or not somebody has signed up with it. */
public record NewVipJson(String email, @Nullable String notes) {}
