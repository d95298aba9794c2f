package com.truevault.web.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.truevault.web.http.Access;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final String GET = "GET /api HTTP/1.1\r\nHost: 127.0.0.1\r\n";
  private static final String POST = "POST /api HTTP/1.1\r\nHost: 127.0.0.1\r\n";

  private final TestServer server =
      TestServer.of(
          LimitsTest::define,
          request -> Optional.empty(),
          new JettyConfig("127.0.0.1", 0, 16, Duration.ofMillis(900), Duration.ofMillis(400)));

  private static void define(Router router) {
    router
        .post("/api", request -> Response.text("n" + request.body().length))
        .api()
        .access(Access.ANYONE);
    router.get("/api", request -> Response.text("ok")).access(Access.ANYONE);
    router.get("/healthz", request -> Response.text("alive")).access(Access.ANYONE);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void answersBodiesUpToTheLimitAndNoLarger() throws Exception {
    for (int i = 0; i < 20; i++) {
      assertEquals("n65536", post(65_536).body());
      assertEquals(413, post(65_537).statusCode());
      assertEquals(413, post(500_000).statusCode());
    }
  }

  private HttpResponse<String> post(int length) throws Exception {
    return server.send(
        HttpRequest.newBuilder(server.url("/api"))
            .POST(BodyPublishers.ofByteArray(new byte[length])));
  }

  @Test
  void capsChunkedBodiesThatAnnounceNoLength() throws IOException {
    String chunk = "2000\r\n" + "x".repeat(0x2000) + "\r\n";
    String answer =
        server.raw(POST + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(9) + "0\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
  }

  @Test
  void refusesHeadersAndAddressesBeyondEightKilobytes() throws IOException {
    String isLong = "x".repeat(9000);
    assertTrue(server.raw(GET + "X-Long: " + isLong + "\r\n\r\n").startsWith("HTTP/1.1 431"));
    String answer = server.raw("GET /" + isLong + " HTTP/1.1\r\nHost: a\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 414") || answer.startsWith("HTTP/1.1 431"), answer);
  }

  @Test
  void cutsOffAHeaderThatDripsInWhileOthersAreServed() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          List<Socket> slow = open(50, GET + "X: ");
          assertEquals("ok", server.get("/api").body());
          assertTrue(dripsUntilClosed(slow.get(0)) < 200);
          close(slow);
        });
  }

  @Test
  void endsABodyThatStopsHalfwayWhileOthersAreServed() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          List<Socket> slow = open(8, POST + "Content-Length: 10\r\n\r\nabc");
          assertEquals("ok", server.get("/api").body());
          for (Socket socket : slow) {
            socket.setSoTimeout(5000);
            String answer =
                new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 4"), answer);
          }
          close(slow);
        });
  }

  @Test
  void servesOthersWhileOneClientStallsMoreRequestsThanThereAreThreads() throws Exception {
    assumeTrue(hasSecondLoopbackAddress(), "127.0.0.2 is no address of this machine");
    JettyConfig patient =
        new JettyConfig("127.0.0.1", 0, 16, Duration.ofSeconds(20), Duration.ofSeconds(20));
    try (TestServer other =
        TestServer.of(LimitsTest::define, request -> Optional.empty(), patient)) {
      List<Socket> slow = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), other.port());
        slow.add(socket);
        socket
            .getOutputStream()
            .write((POST + "Content-Length: 10\r\n\r\nabc").getBytes(StandardCharsets.US_ASCII));
      }
      // More than may stall have come once some are refused.
      assertTimeoutPreemptively(Duration.ofSeconds(10), () -> awaitAnswer(slow));
      assertTrue(from("127.0.0.2", other, "/api").startsWith("HTTP/1.1 200"));
      assertTrue(from("127.0.0.1", other, "/healthz").startsWith("HTTP/1.1 200"));
      String refused = from("127.0.0.1", other, "/api");
      assertTrue(refused.startsWith("HTTP/1.1 429"), refused);
      assertTrue(refused.contains("\r\nRetry-After: 1\r\n"), refused);
      close(slow);
    }
  }

  private static void awaitAnswer(List<Socket> sockets) throws IOException {
    while (true) {
      for (Socket socket : sockets) {
        if (socket.getInputStream().available() > 0) {
          return;
        }
      }
      Thread.onSpinWait();
    }
  }

  private static boolean hasSecondLoopbackAddress() throws IOException {
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress("127.0.0.2", 0));
      return true;
    } catch (BindException none) {
      return false;
    }
  }

  private static String from(String address, TestServer server, String path) throws IOException {
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(address, 0));
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
      socket.setSoTimeout(10_000);
      String request = "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  @Test
  void keepsAConnectionThatIsMerelyIdleBetweenRequests() throws Exception {
    try (Socket socket = open(1, GET + "\r\n").get(0)) {
      readUntilQuietFor(700, socket);
      socket.getOutputStream().write((GET + "\r\n").getBytes(StandardCharsets.US_ASCII));
      assertEquals('H', socket.getInputStream().read());
    }
  }

  private List<Socket> open(int count, String bytes) throws IOException {
    List<Socket> sockets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      sockets.add(socket);
    }
    return sockets;
  }

  private static void close(List<Socket> sockets) throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private static void readUntilQuietFor(int millis, Socket socket) throws IOException {
    socket.setSoTimeout(millis);
    try {
      socket.getInputStream().readAllBytes();
    } catch (SocketTimeoutException quiet) {
      return;
    }
    throw new IOException("connection was closed");
  }

  /** Sends a byte each 30 ms; returns how many were sent before the server hung up. */
  private static int dripsUntilClosed(Socket socket) throws SocketException {
    socket.setSoTimeout(30);
    int count = 0;
    while (isOpen(socket)) {
      count++;
    }
    return count;
  }

  private static boolean isOpen(Socket socket) {
    try {
      socket.getOutputStream().write('y');
      return socket.getInputStream().read() >= 0;
    } catch (SocketTimeoutException stillOpen) {
      return true;
    } catch (IOException closed) {
      return false;
    }
  }
}
