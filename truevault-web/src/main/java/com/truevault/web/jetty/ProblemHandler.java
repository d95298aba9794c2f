package com.truevault.web.jetty;

import com.truevault.web.http.ContentType;
import com.truevault.web.http.Status;
import com.truevault.web.http.WebApplication;
import com.truevault.web.json.Json;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what never reaches the route table: malformed messages and failures of the server. */
final class ProblemHandler extends ErrorHandler {
  private final WebApplication application;

  ProblemHandler(WebApplication application) {
    this.application = application;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    byte[] body = body(status);
    application
        .guarded(com.truevault.web.http.Response.bytes(status, ContentType.PROBLEM, body))
        .headers()
        .forEach(header -> response.getHeaders().put(header.name(), header.value()));
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
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
