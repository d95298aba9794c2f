package com.truevault.peer;

import java.time.Instant;

/**
 * An administrator's word that a list is meant to be much shorter than the one before.
 *
 * @param by the public id of the administrator
 * @param peers how many peers the confirmed list has; fewer are not confirmed
 */
public record Shrinkage(String by, Instant at, int peers) {}
