package com.truevault.web.admin;

import org.jspecify.annotations.Nullable;

/** What of an entry is to change; what is left out stays. */
public record VipChangeJson(@Nullable String notes, @Nullable Boolean isActive) {}
