package com.truevault.paypal;

import com.google.gson.JsonParseException;
import com.truevault.ErrorKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What PayPal's errors mean here. */
final class Refusals {
  /** The code of a token or secret that PayPal does not know. */
  static final String UNAUTHORIZED = "paypal-credentials-refused";

  /** The code of what PayPal does not know. */
  static final String UNKNOWN = "paypal-not-found";

  /** The code of what the app may not do. */
  static final String FORBIDDEN = "paypal-permission-missing";

  private static final String ACCOUNT = "the customer's PayPal account cannot be used; ask them";

  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("SUBSCRIPTION_STATUS_INVALID", "its status does not allow that; read it again"),
          Map.entry(
              "SUBSCRIPTION_CANNOT_BE_ACTIVATED",
              "it was paused for good after failed payments; the customer has to subscribe again"),
          Map.entry(
              "PLAN_STATUS_INVALID",
              "the plan is not active there; run ./truevault admin paypal setup"),
          Map.entry(
              "PLAN_PRODUCT_NOT_COMPATIBLE",
              "the plan is of another product; run ./truevault admin paypal setup"),
          Map.entry("ZERO_OUTSTANDING_BALANCE", "nothing is outstanding"),
          Map.entry("AMOUNT_GREATER_THAN_OUTSTANDING_BALANCE", "less than that is outstanding"),
          Map.entry("CURRENCY_MISMATCH", "the currency is another; check the price list"),
          Map.entry("TRANSACTION_ALREADY_REFUNDED", "the sale was given back in full already"),
          Map.entry("REFUND_AMOUNT_EXCEEDED", "less than that is left of the sale"),
          Map.entry("USER_ACCOUNT_CLOSED", ACCOUNT),
          Map.entry("SUBSCRIBER_ACCOUNT_LOCKED", ACCOUNT),
          Map.entry("SUBSCRIBER_ACCOUNT_CLOSED", ACCOUNT),
          Map.entry("SUBSCRIBER_ACCOUNT_RESTRICTED", ACCOUNT));

  private Refusals() {}

  static PayPalException of(HttpExchange.Call call, HttpExchange.Answer answer) {
    Doc error = error(answer.body());
    List<String> issues =
        Stream.concat(
                error.list("details").stream().map(detail -> detail.text("issue")),
                Stream.of(error.text("name"), error.text("error")))
            .map(Refusals::word)
            .filter(issue -> !issue.isEmpty())
            .toList();
    String debugId = word(error.text("debug_id"));
    return KNOWN.keySet().stream()
        .filter(issues::contains)
        .findFirst()
        .map(issue -> known(call, issue, issues, debugId))
        .orElseGet(() -> other(call, answer.status(), issues, debugId));
  }

  private static PayPalException known(
      HttpExchange.Call call, String issue, List<String> issues, String debugId) {
    return new PayPalException(
        ErrorKind.CONFLICT,
        "paypal-" + issue.toLowerCase(Locale.ROOT).replace('_', '-'),
        "paypal refused " + place(call) + ": " + KNOWN.get(issue),
        issues,
        debugId);
  }

  private static PayPalException other(
      HttpExchange.Call call, int status, List<String> issues, String debugId) {
    Meaning meaning = Meaning.of(status);
    return new PayPalException(
        meaning.kind(),
        meaning.code(),
        "paypal answered " + status + " " + issues + " to " + place(call) + "; " + meaning.advice(),
        issues,
        debugId);
  }

  private static Doc error(byte[] body) {
    try {
      return Doc.parse(body);
    } catch (JsonParseException e) {
      return Doc.EMPTY;
    }
  }

  private static String place(HttpExchange.Call call) {
    return call.method() + " " + call.uri().getPath();
  }

  /** PayPal's word, if it is one: what is shown in messages is not for others to write. */
  private static String word(String text) {
    return text.matches("[A-Za-z0-9_-]{1,64}") ? text : "";
  }

  private record Meaning(ErrorKind kind, String code, String advice) {
    static Meaning of(int status) {
      return switch (status) {
        case 401 ->
            new Meaning(
                ErrorKind.UNAVAILABLE,
                UNAUTHORIZED,
                "check client id, secret and mode in the settings");
        case 403 ->
            new Meaning(
                ErrorKind.UNAVAILABLE,
                FORBIDDEN,
                "give the app that feature in PayPal's dashboard; it may take 9 hours");
        case 404 ->
            new Meaning(ErrorKind.NOT_FOUND, UNKNOWN, "check that the mode is the right one");
        case 409 -> new Meaning(ErrorKind.CONFLICT, "paypal-conflict", "try again in a minute");
        case 422 -> new Meaning(ErrorKind.CONFLICT, "paypal-refused", "look the words up there");
        case 429 -> new Meaning(ErrorKind.UNAVAILABLE, "paypal-busy", "try again later");
        default ->
            status >= 500
                ? new Meaning(ErrorKind.UNAVAILABLE, "paypal-failing", "try again later")
                : new Meaning(
                    ErrorKind.UNAVAILABLE, "paypal-misunderstood", "tell the maintainers");
      };
    }
  }
}
