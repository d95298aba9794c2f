package com.truevault.paypal;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One call as its caller means it.
 *
 * @param path from the first slash on
 * @param query by name
 * @param body empty if there is none
 * @param requestId the same for every repetition; empty if the call needs none
 * @param subject no two calls about the same run beside each other; may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record Ask(
    String method,
    String path,
    Map<String, String> query,
    byte[] body,
    String requestId,
    String subject) {
  private static final byte[] NOTHING = {};

  Ask {
    query = Map.copyOf(query);
  }

  static Ask get(String path, Map<String, String> query) {
    return new Ask("GET", path, query, NOTHING, "", "");
  }

  static Ask post(String path, Doc body) {
    return new Ask("POST", path, Map.of(), body.bytes(), "", "");
  }

  static Ask post(String path, byte[] body) {
    return new Ask("POST", path, Map.of(), body, "", "");
  }

  static Ask delete(String path) {
    return new Ask("DELETE", path, Map.of(), NOTHING, "", "");
  }

  static Ask patch(String path, byte[] body) {
    return new Ask("PATCH", path, Map.of(), body, "", "");
  }

  /** The call under that id: whatever was done under it is not done again. */
  Ask once(String id) {
    return new Ask(method, path, query, body, id, subject);
  }

  Ask about(String what) {
    return new Ask(method, path, query, body, requestId, what);
  }

  String target() {
    return query.isEmpty()
        ? path
        : path
            + new TreeMap<>(query)
                .entrySet().stream()
                    .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                    .collect(Collectors.joining("&", "?", ""));
  }

  /**
   * The same call for the page that a link leads to. Only the query is followed, never the host;
   * the call itself if the link leads nowhere.
   */
  static Ask following(Ask ask, String link) {
    int question = link.indexOf('?');
    if (question < 0) {
      return ask;
    }
    Map<String, String> query =
        Pattern.compile("&")
            .splitAsStream(link.substring(question + 1))
            .map(each -> each.split("=", 2))
            .filter(each -> each.length == 2)
            .collect(Collectors.toMap(each -> each[0], each -> decoded(each[1]), (a, b) -> b));
    return new Ask(ask.method, ask.path, query, ask.body, ask.requestId, ask.subject);
  }

  /**
   * An id as a part of a path.
   *
   * @throws TrueVaultException NOT_FOUND if PayPal has no such ids: it may come from anybody
   */
  static String id(String id) {
    if (!id.matches("[A-Za-z0-9_-]{1,128}")) {
      throw new TrueVaultException(
          ErrorKind.NOT_FOUND, "paypal-not-found", "paypal has no such id; check where it is from");
    }
    return id;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
