package com.truevault.web.http;

/** The content types that the host itself speaks, as they stand in a header. */
public final class ContentType {
  /** JSON is UTF-8 by definition (RFC 8259, section 8.1). */
  public static final String JSON = "application/json";

  /** RFC 9457. */
  public static final String PROBLEM = "application/problem+json";

  public static final String HTML = "text/html; charset=utf-8";
  public static final String TEXT = "text/plain; charset=utf-8";
  public static final String CSS = "text/css; charset=utf-8";
  public static final String FORM = "application/x-www-form-urlencoded";

  private ContentType() {}

  /** The type without its parameters, in lower case: {@code text/html}. */
  static String withoutParameters(String header) {
    int end = header.indexOf(';');
    return (end < 0 ? header : header.substring(0, end)).strip().toLowerCase(java.util.Locale.ROOT);
  }
}
