package com.truevault.web.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each answer. It names the route's template: paths and queries may hold secrets. */
final class RequestLog {
  private static final Logger LOG = LoggerFactory.getLogger("com.truevault.web.request");

  void answered(Request request, int status, long nanos) {
    if (LOG.isInfoEnabled()) {
      LOG.atInfo()
          .addKeyValue("requestId", request.id())
          .addKeyValue("route", request.route().map(Route::toString).orElse("none"))
          .addKeyValue("status", status)
          .addKeyValue("microseconds", nanos / 1000)
          .log("answered");
    }
  }
}
