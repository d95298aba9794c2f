package com.truevault.web.http;

import com.truevault.web.json.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What went wrong, as RFC 9457 has it.
 *
 * @param title the words of the status
 * @param code the stable name of the problem
 * @param detail one sentence for the caller
 * @param requestId the id under which the host logged the request
 * @param errors the fields that were refused; empty for other problems
 */
public record Problem(
    int status,
    String title,
    String code,
    String detail,
    String requestId,
    List<FieldError> errors) {

  /** The body of a JSON answer. */
  Map<String, Object> json() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "about:blank");
    members.put("title", title);
    members.put("status", status);
    members.put("detail", detail);
    members.put("code", code);
    members.put("requestId", requestId);
    if (!errors.isEmpty()) {
      members.put("errors", errors);
    }
    return members;
  }
}
