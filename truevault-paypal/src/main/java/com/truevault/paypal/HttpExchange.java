package com.truevault.paypal;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Sends one request and waits for its answer; follows no redirects and repeats nothing. Safe for
 * use by many threads.
 */
@FunctionalInterface
public interface HttpExchange {

  /**
   * Sends a request.
   *
   * @throws IOException if no whole answer came in time, or more than was allowed
   */
  Answer send(Call call) throws IOException;

  /**
   * A request.
   *
   * @param headers by name
   * @param body empty if there is none
   * @param timeout for the whole answer
   * @param mostBytes how long the body of the answer may be
   */
  @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
  record Call(
      String method,
      URI uri,
      Map<String, String> headers,
      byte[] body,
      Duration timeout,
      int mostBytes) {
    /** Copies the headers. */
    public Call {
      headers = Map.copyOf(headers);
    }

    /** A request for what is there. */
    public static Call get(URI uri, Duration timeout, int mostBytes) {
      return new Call("GET", uri, Map.of(), new byte[0], timeout, mostBytes);
    }

    /** Leaves headers and body out: they hold secrets. */
    @Override
    public String toString() {
      return method + " " + uri;
    }
  }

  /**
   * An answer.
   *
   * @param headers by lower-case name, the first value of each
   */
  @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
  record Answer(int status, Map<String, String> headers, byte[] body) {
    /** Copies the headers. */
    public Answer {
      headers = Map.copyOf(headers);
    }

    /** Leaves the body out: it may hold a token. */
    @Override
    public String toString() {
      return "Answer[" + status + ", " + body.length + " bytes]";
    }
  }
}
