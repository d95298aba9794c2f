package com.truevault.web.demo.tunnel;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Program that shows one page, which only those see who are connected. */
public final class PageBehind {
  static final String TEXT = "You are connected: this page came through the tunnel.\n";

  private PageBehind() {}

  /**
   * Runs until the process is ended.
   *
   * @param args address and port
   */
  public static void main(String[] args) throws IOException {
    byte[] text = TEXT.getBytes(StandardCharsets.UTF_8);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(args[0], Integer.parseInt(args[1])), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
          exchange.sendResponseHeaders(200, text.length);
          exchange.getResponseBody().write(text);
          exchange.close();
        });
    server.start();
  }
}
