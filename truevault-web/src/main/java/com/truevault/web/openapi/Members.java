package com.truevault.web.openapi;

import java.util.LinkedHashMap;
import java.util.Map;

/** Objects whose members keep their order, so that one route table always gives the same bytes. */
final class Members {
  private Members() {}

  static Map<String, Object> of(String name, Object value) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put(name, value);
    return members;
  }

  static Map<String, Object> of(String name1, Object value1, String name2, Object value2) {
    Map<String, Object> members = of(name1, value1);
    members.put(name2, value2);
    return members;
  }

  static Map<String, Object> with(Map<String, Object> members, Map<String, Object> more) {
    members.putAll(more);
    return members;
  }
}
