package com.truevault.theme;

import java.time.Instant;

/**
 * One element of the look.
 *
 * @param name such as {@code primary_color}
 * @param value as CSS understands it
 * @param category colors, typography, buttons or spacing
 */
public record ThemeElement(
    String name, String value, String category, String description, Instant updatedAt) {}
