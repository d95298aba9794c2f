package com.truevault.paypal.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** What PayPal refuses, in its words. */
final class FakeProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String name;
  private final String issue;

  private FakeProblemException(int status, String name, String message, String issue) {
    super(message);
    this.status = status;
    this.name = name;
    this.issue = issue;
  }

  static FakeProblemException invalid(String issue) {
    return new FakeProblemException(
        400,
        "INVALID_REQUEST",
        "Request is not well-formed, syntactically incorrect, or violates schema.",
        issue);
  }

  static FakeProblemException refused(String issue) {
    return new FakeProblemException(
        422,
        "UNPROCESSABLE_ENTITY",
        "The requested action could not be performed, semantically incorrect, or failed business"
            + " validation.",
        issue);
  }

  static FakeProblemException notFound() {
    return new FakeProblemException(
        404, "RESOURCE_NOT_FOUND", "The specified resource does not exist.", "INVALID_RESOURCE_ID");
  }

  static FakeProblemException unauthorized() {
    return new FakeProblemException(
        401,
        "AUTHENTICATION_FAILURE",
        "Authentication failed due to missing authorization header, or invalid authentication"
            + " credentials.",
        "INVALID_TOKEN");
  }

  static FakeProblemException tooMany() {
    return new FakeProblemException(
        429, "RATE_LIMIT_REACHED", "Too many requests. Blocked due to rate limiting.", "");
  }

  static FakeProblemException broken() {
    return new FakeProblemException(
        500, "INTERNAL_SERVER_ERROR", "An internal server error occurred.", "");
  }

  static FakeProblemException down() {
    return new FakeProblemException(503, "SERVICE_UNAVAILABLE", "Service Unavailable.", "");
  }

  /** A refusal of the older payments API. */
  static FakeProblemException payment(int status, String name, String message) {
    return new FakeProblemException(status, name, message, "");
  }

  FakeAnswer answer(String debugId) {
    JsonObject body = FakeJson.object("name", name, "message", getMessage(), "debug_id", debugId);
    if (!issue.isEmpty()) {
      JsonArray details = new JsonArray();
      details.add(FakeJson.object("issue", issue, "description", issue));
      body.add("details", details);
    }
    return FakeAnswer.json(status, body).with("paypal-debug-id", debugId);
  }
}
