package com.truevault.web.jetty;

import com.truevault.web.http.Incoming;
import com.truevault.web.http.Later;
import com.truevault.web.http.Response;
import com.truevault.web.http.WebApplication;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/** Hands every request to the application and writes what it answers. */
final class RouterServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** Whoever looks after the host must reach it while somebody behind the same address stalls. */
  private static final String ALWAYS_ANSWERED = "/healthz";

  private static final int TOO_SLOW = 408;

  private static final int MOST_SKIPPED = 1024 * 1024;

  private final transient WebApplication application;
  private final transient ClientLimit limit;

  RouterServlet(WebApplication application, ClientLimit limit) {
    this.application = application;
    this.limit = limit;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Incoming incoming = new ServletIncoming(request);
    String client = ClientLimit.keyOf(application.clientOf(incoming));
    try {
      boolean isLet = limit.enter(client) || incoming.path().equals(ALWAYS_ANSWERED);
      Response answer = isLet ? application.answer(incoming) : application.refuse(incoming);
      if (isLet && answer.status() >= 400 && answer.status() != TOO_SLOW) {
        skip(request.getInputStream());
      }
      Later later = answer.later();
      if (later == null) {
        write(answer, request, response);
      } else {
        await(later, request, response);
      }
    } finally {
      // Whoever waits from now on holds no thread, so that it does not count.
      limit.leave(client);
    }
  }

  /** What happens may happen on any thread: the answer is made and written on one of ours. */
  @SuppressWarnings("FutureReturnValueIgnored") // Nothing it could tell is left unsaid.
  private static void await(Later later, HttpServletRequest request, HttpServletResponse response) {
    AsyncContext waiting = request.startAsync();
    waiting.setTimeout(0);
    later
        .event()
        .whenComplete(
            (nothing, failure) ->
                waiting.start(
                    () -> {
                      try {
                        write(later.answer().get(), request, response);
                      } catch (IOException e) {
                        // The client has gone; there is nobody to tell.
                      } finally {
                        waiting.complete();
                      }
                    }));
  }

  /**
   * Reads what was refused unread: a connection that is closed with bytes in it is reset, and the
   * client never sees why.
   */
  private static void skip(InputStream body) {
    byte[] buffer = new byte[8 * 1024];
    try {
      for (int skipped = 0, read = 0; read >= 0 && skipped < MOST_SKIPPED; skipped += read) {
        read = body.read(buffer);
      }
    } catch (IOException e) {
      // The client stopped half-way; it is answered all the same.
    }
  }

  private static void write(
      Response answer, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
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
