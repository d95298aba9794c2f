package com.truevault.web.http;

/** A request that the kit refuses before the library sees it. */
final class RefusedRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  RefusedRequestException(int status, String code, String message) {
    // These are answers to strangers' requests: a stack trace costs time and tells nothing.
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  static RefusedRequestException malformed(String code, String message) {
    return new RefusedRequestException(400, code, message);
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
