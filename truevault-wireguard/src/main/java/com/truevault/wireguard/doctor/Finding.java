package com.truevault.wireguard.doctor;

/**
 * Something that is wrong.
 *
 * @param name stable: lower-case words joined by dashes, such as {@code nat-missing}
 * @param found what is there; no secret
 * @param expected what should be
 * @param fix the command to run, or what to do
 */
public record Finding(String name, String found, String expected, String fix) {}
