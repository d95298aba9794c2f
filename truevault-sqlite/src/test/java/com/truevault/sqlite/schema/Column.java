package com.truevault.sqlite.schema;

import java.util.Set;

/**
 * A column, either as it stands in a file or as section 2 declares it.
 *
 * @param type lower case
 * @param initial the default, empty if there is none
 * @param unique alone, not as part of several columns
 * @param references {@code table on delete action}, empty if nothing
 * @param values the values allowed, empty if not enumerated
 */
record Column(
    String name,
    String type,
    boolean key,
    boolean required,
    String initial,
    boolean unique,
    boolean generated,
    String references,
    Set<String> values) {}
