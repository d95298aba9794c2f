package com.truevault.wireguard.lab;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Program of a {@link WebPage}: a page on port 80, an echo on port 7. */
final class PageProcess {
  private PageProcess() {}

  public static void main(String[] arguments) throws IOException {
    InetAddress here = InetAddress.getByName(arguments[0]);
    byte[] text = arguments[1].getBytes(StandardCharsets.UTF_8);
    HttpServer server = HttpServer.create(new InetSocketAddress(here, 80), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, text.length);
          exchange.getResponseBody().write(text);
          exchange.close();
        });
    server.start();
    try (DatagramSocket echo = new DatagramSocket(7, here)) {
      System.out.println("ready");
      DatagramPacket packet = new DatagramPacket(new byte[64], 64);
      while (true) {
        packet.setLength(64);
        echo.receive(packet);
        echo.send(packet);
      }
    }
  }
}
