package com.truevault.store;

/**
 * How one file is doing.
 *
 * @param writable whether a transaction could be committed just now
 * @param journalBytes the size of its write-ahead log; 0 where there is none
 * @param problem why it is not writable; empty if it is
 */
public record FileHealth(DataFile file, boolean writable, long journalBytes, String problem) {}
