package com.truevault.web.jetty;

import com.truevault.web.http.Response;
import com.truevault.web.http.WebApplication;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Hands every request to the application and writes what it answers. */
final class RouterServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient WebApplication application;

  RouterServlet(WebApplication application) {
    this.application = application;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Response answer = application.answer(new ServletIncoming(request));
    response.setStatus(answer.status());
    for (Response.Header header : answer.headers()) {
      response.addHeader(header.name(), header.value());
    }
    boolean isHead = request.getMethod().equals("HEAD");
    Response.Stream stream = answer.stream();
    if (stream != null && !isHead) {
      stream.writeTo(response.getOutputStream());
      return;
    }
    boolean hasNoBody = answer.status() == 204 || answer.status() == 304 || stream != null;
    if (!hasNoBody) {
      response.setContentLength(answer.bytes().length);
    }
    if (!isHead && answer.bytes().length > 0) {
      response.getOutputStream().write(answer.bytes());
    }
  }
}
