package com.truevault.peer;

import com.truevault.server.ServerKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of the newest list of a server, so that its version never goes back.
 *
 * @param contentHash 64 hexadecimal digits: of all that the list says beside version and times
 * @param peers how many there are, the probe included
 * @param confirmed null unless an administrator confirmed a sudden shrinkage
 */
public record IssuedList(
    ServerKey server,
    ListVersion version,
    String contentHash,
    int peers,
    Instant issuedAt,
    @Nullable Shrinkage confirmed) {}
