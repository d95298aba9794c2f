package com.truevault.web.page;

/** A short state in words with its tone. */
public record Badge(Tone tone, String text) {}
