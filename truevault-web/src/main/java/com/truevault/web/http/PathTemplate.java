package com.truevault.web.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * A path whose segments are literals or parameters in braces, such as {@code
 * /api/v1/devices/{deviceId}}. The last segment may be {@code {name*}}, which takes the whole rest.
 */
public final class PathTemplate {
  private final String text;
  private final List<String> segments;
  private final List<String> parameters = new ArrayList<>();

  private PathTemplate(String text) {
    this.text = text;
    this.segments = List.of(text.substring(1).split("/", -1));
    for (String segment : segments) {
      if (isParameter(segment)) {
        parameters.add(nameOf(segment));
      }
    }
  }

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException if it does not begin with a slash, has an empty segment, an
   *     unclosed brace, a repeated name or a rest before its end
   */
  public static PathTemplate of(String text) {
    require(text.startsWith("/"), text, "must begin with a slash");
    PathTemplate template = new PathTemplate(text);
    for (int i = 0; i < template.segments.size(); i++) {
      String segment = template.segments.get(i);
      boolean isLast = i == template.segments.size() - 1;
      require(!segment.isEmpty() || text.equals("/"), text, "has an empty segment");
      require(
          isParameter(segment) || (segment.indexOf('{') < 0 && segment.indexOf('}') < 0),
          text,
          "has a brace inside a segment");
      require(isLast || !isRest(segment), text, "has a rest before its end");
    }
    require(
        new HashSet<>(template.parameters).size() == template.parameters.size(),
        text,
        "names a parameter twice");
    return template;
  }

  /** The template as it was written. */
  public String text() {
    return text;
  }

  /** The names of the parameters from left to right. */
  public List<String> parameters() {
    return List.copyOf(parameters);
  }

  List<String> segments() {
    return segments;
  }

  int indexOf(String parameter) {
    return parameters.indexOf(parameter);
  }

  static boolean isParameter(String segment) {
    return segment.length() > 2 && segment.startsWith("{") && segment.endsWith("}");
  }

  static boolean isRest(String segment) {
    return isParameter(segment) && segment.endsWith("*}");
  }

  private static String nameOf(String segment) {
    return segment.substring(1, segment.length() - (isRest(segment) ? 2 : 1));
  }

  private static void require(boolean condition, String text, String message) {
    if (!condition) {
      throw new IllegalArgumentException("path " + text + " " + message);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PathTemplate that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
