package com.truevault.web.jetty;

import com.truevault.web.http.ContentType;
import com.truevault.web.http.Status;
import com.truevault.web.json.Json;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what never reaches the route table: malformed messages and failures of the server. */
final class ProblemHandler extends ErrorHandler {
  private static final HttpField[] HEADERS = {
    new HttpField("Content-Type", ContentType.PROBLEM),
    new HttpField("Cache-Control", "no-store"),
    new HttpField("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
    new HttpField("X-Content-Type-Options", "nosniff"),
    new HttpField("Referrer-Policy", "same-origin")
  };

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    addHeaders(response.getHeaders());
    response.write(true, ByteBuffer.wrap(body(response.getStatus())), callback);
    return true;
  }

  private static void addHeaders(HttpFields.Mutable fields) {
    for (HttpField header : HEADERS) {
      fields.put(header);
    }
  }

  private static byte[] body(int status) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "about:blank");
    members.put("title", Status.title(status));
    members.put("status", status);
    members.put("detail", "request does not follow the rules of HTTP, or is too long");
    members.put("code", status < 500 ? "malformed-request" : "internal-error");
    return Json.bytes(members);
  }
}
