package com.truevault.wireguard.agent;

import com.truevault.wireguard.PublicKey;
import java.time.Instant;

/**
 * A peer that was on a list and is no more.
 *
 * @param address the first of those it had
 * @param isConfirmed whether an administrator's word covers it, so that it counts for no shrinkage
 */
record Departure(PublicKey publicKey, String address, Instant at, boolean isConfirmed) {}
