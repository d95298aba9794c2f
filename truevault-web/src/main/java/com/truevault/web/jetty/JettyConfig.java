package com.truevault.web.jetty;

import java.time.Duration;

/**
 * Where and how the server listens. Immutable.
 *
 * @param host the address to listen on, such as {@code 127.0.0.1}
 * @param port 0 to 65535; 0 picks a free one
 * @param maxThreads how many requests are worked on at once, at least 8, and three quarters of them
 *     for one client; without virtual threads also how many threads there are
 * @param idleTimeout how long a connection may be silent
 * @param headerTimeout how long the header of one request may take to arrive
 */
public record JettyConfig(
    String host, int port, int maxThreads, Duration idleTimeout, Duration headerTimeout) {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException naming the value that cannot be used
   */
  public JettyConfig {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port must be 0 to 65535: " + port);
    }
    if (maxThreads < 8) {
      throw new IllegalArgumentException("max threads must be >= 8: " + maxThreads);
    }
  }

  /** A server with usual limits. */
  public static JettyConfig of(String host, int port) {
    return new JettyConfig(host, port, 200, Duration.ofSeconds(30), Duration.ofSeconds(10));
  }
}
