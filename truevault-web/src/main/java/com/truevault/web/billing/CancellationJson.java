package com.truevault.web.billing;

import org.jspecify.annotations.Nullable;

/** Why a subscription ends, if its customer wants to say. */
public record CancellationJson(@Nullable String reason) {}
