package com.truevault.store;

/**
 * How one file is doing.
 *
 * @param writable whether something could be written to it just now or seconds ago
 * @param journalBytes the size of its write-ahead log; 0 where there is none
 * @param problem why it is not writable; empty if it is
 */
public record FileHealth(DataFile file, boolean writable, long journalBytes, String problem) {}
