package com.truevault.web.page;

/** One entry of a select box: the value sent and the words shown. */
public record Choice(String value, String label) {}
