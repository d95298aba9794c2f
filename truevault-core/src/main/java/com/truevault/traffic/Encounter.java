package com.truevault.traffic;

import com.truevault.server.ServerKey;
import java.time.Instant;

/**
 * Where a device was last.
 *
 * @param at when, rounded down to {@link Traffic#COARSE}
 * @param now whether it is there at this moment
 */
public record Encounter(ServerKey server, Instant at, boolean now) {}
