package com.truevault.web.http;

/** The routes of one feature; {@code define} is a table with one line for each. */
@FunctionalInterface
public interface Routes {
  /** Adds the routes to the table. */
  void define(Router router);
}
