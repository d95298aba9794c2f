package com.truevault.web.http;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The request methods that the host answers; every other method is 405. */
public enum Method {
  GET,
  HEAD,
  OPTIONS,
  POST,
  PUT,
  PATCH,
  DELETE;

  private static final Map<String, Method> BY_NAME =
      Stream.of(values()).collect(Collectors.toUnmodifiableMap(Method::name, Function.identity()));

  /** Finds a method by its name, which is case-sensitive. */
  public static Optional<Method> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** Whether a request of this method may change nothing (RFC 9110, section 9.2.1). */
  public boolean isSafe() {
    return this == GET || this == HEAD || this == OPTIONS;
  }
}
