package com.truevault.web.http;

/** Answers 304 to a client that already has the body (RFC 9110, section 13.1.2). */
final class NotModified {
  private NotModified() {}

  static Response unless(Request request, Response response) {
    String tag = response.header("ETag");
    String known = tag == null ? null : request.header("If-None-Match").orElse(null);
    if (tag == null || known == null || response.status() != 200 || !matches(known, tag)) {
      return response;
    }
    Response shorter = Response.empty(304);
    for (Response.Header header : response.headers()) {
      if (!header.name().equals("Content-Type") && !header.name().equals("Content-Disposition")) {
        shorter.header(header.name(), header.value());
      }
    }
    return shorter;
  }

  private static boolean matches(String known, String tag) {
    if (known.equals(tag) || known.equals("*")) {
      return true;
    }
    for (String candidate : known.split(",", 50)) {
      String trimmed = candidate.strip();
      if ((trimmed.startsWith("W/") ? trimmed.substring(2) : trimmed).equals(tag)) {
        return true;
      }
    }
    return false;
  }
}
