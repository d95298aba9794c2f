package com.truevault.wireguard.agent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.zip.GZIPOutputStream;

/** A panel that answers what a test says, good or bad, and keeps what it was sent. */
final class FakePanel implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BlockingQueue<String> reports = new LinkedBlockingQueue<>();
  private final CopyOnWriteArrayList<String> requests = new CopyOnWriteArrayList<>();
  private final Lists lists;
  private volatile Script script = (known, exchange) -> give(exchange, 304, new byte[0]);
  private volatile String credential = "first-credential";
  private int renewals;

  /** What is answered when the list is asked for. */
  interface Script {
    void answer(String known, HttpExchange exchange) throws IOException;
  }

  FakePanel(Lists lists) throws IOException {
    this.lists = lists;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v1/agent/peers", this::peers);
    server.createContext("/api/v1/agent/reports", this::report);
    server.createContext("/api/v1/agent/credentials", this::renew);
    server.createContext("/api/v1/agent/enrolments", this::enrol);
    server.setExecutor(threads);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port() + "/");
  }

  BlockingQueue<String> reports() {
    return reports;
  }

  /** First lines and headers of what was asked. */
  CopyOnWriteArrayList<String> requests() {
    return requests;
  }

  String credential() {
    return credential;
  }

  void script(Script next) {
    script = next;
  }

  boolean isScript(Script asked) {
    return script.equals(asked);
  }

  /** Answers by the script of now. */
  void answerAgain(String known, HttpExchange exchange) throws IOException {
    script.answer(known, exchange);
  }

  /** Answers this body to whoever asks, whatever is known. */
  void answers(int status, byte[] body) {
    script((known, exchange) -> give(exchange, status, body));
  }

  /** Announces more than it sends, then hangs up. */
  void breaksOff(byte[] body) {
    script(
        (known, exchange) -> {
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body, 0, body.length / 2);
          exchange.getResponseBody().flush();
          throw new IOException("broken off");
        });
  }

  static void give(HttpExchange exchange, int status, byte[] body) throws IOException {
    boolean packs =
        status == 200 && exchange.getRequestHeaders().getFirst("Accept-Encoding") != null;
    byte[] sent = packs ? packed(body) : body;
    if (packs) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    }
    exchange.sendResponseHeaders(status, status == 304 || sent.length == 0 ? -1 : sent.length);
    if (status != 304 && sent.length > 0) {
      exchange.getResponseBody().write(sent);
    }
    exchange.close();
  }

  private static byte[] packed(byte[] body) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(body);
    }
    return packed.toByteArray();
  }

  private void peers(HttpExchange exchange) throws IOException {
    String known = exchange.getRequestHeaders().getFirst("If-None-Match");
    requests.add(exchange.getRequestURI() + " " + known);
    if (isKnown(exchange)) {
      script.answer(known == null ? "" : known.replace("\"", ""), exchange);
    }
  }

  private void report(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (isKnown(exchange)) {
      reports.add(body);
      give(exchange, 204, new byte[0]);
    }
  }

  private void renew(HttpExchange exchange) throws IOException {
    if (isKnown(exchange)) {
      renewals++;
      String next = "credential-" + renewals;
      give(exchange, 201, bytes("{\"credential\":\"" + next + "\"}"));
      credential = next;
    }
  }

  private void enrol(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add("enrol " + body);
    if (!body.contains("good-token")) {
      give(exchange, 401, bytes("{\"detail\":\"the token is not good; make a new one\"}"));
      return;
    }
    String answer =
        "{\"serverKey\":\"%s\",\"credential\":\"%s\",\"listKey\":\"%s\"}"
            .formatted(Lists.SERVER, credential, lists.key.verifyingKey().base64());
    give(exchange, 201, bytes(answer));
  }

  private boolean isKnown(HttpExchange exchange) throws IOException {
    String sent = exchange.getRequestHeaders().getFirst("Authorization");
    if (("Bearer " + credential).equals(sent)) {
      return true;
    }
    give(exchange, 401, bytes("{\"code\":\"agent-unknown\",\"detail\":\"who are you\"}"));
    return false;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    script = (known, exchange) -> exchange.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
