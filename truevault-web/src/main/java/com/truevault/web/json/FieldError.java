package com.truevault.web.json;

/**
 * One finding about one field of a request.
 *
 * @param field the path of the field, such as {@code name} or {@code lines[0].amount}; empty for
 *     the body as a whole
 * @param message what is wrong, without the name of the field and without the value
 */
public record FieldError(String field, String message) {}
