package com.truevault.sqlite.migration;

/**
 * One numbered script.
 *
 * @param version the number in its name, from 1 without gaps
 * @param name its file name, such as {@code 002-outbox-and-inbox.sql}
 * @param sql its text
 * @param sha256 the digest of its bytes in lower-case hexadecimal
 */
public record MigrationScript(int version, String name, String sql, String sha256) {}
