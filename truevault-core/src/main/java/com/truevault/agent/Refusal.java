package com.truevault.agent;

import com.truevault.peer.ListVersion;
import org.jspecify.annotations.Nullable;

/**
 * What an agent refused.
 *
 * @param detail for administrators: what was found and what was expected; no secret, no address
 * @param version of the refused list; null if it could not be read
 */
public record Refusal(RefusalKind kind, String detail, @Nullable ListVersion version) {}
