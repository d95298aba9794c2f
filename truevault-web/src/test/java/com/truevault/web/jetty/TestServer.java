package com.truevault.web.jetty;

import com.truevault.web.http.Authenticator;
import com.truevault.web.http.Csrf;
import com.truevault.web.http.ErrorPages;
import com.truevault.web.http.HttpConfig;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.http.WebApplication;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A real server on a free port, for tests. */
public final class TestServer implements AutoCloseable {
  private final JettyServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  private TestServer(JettyServer server) {
    this.server = server;
  }

  /** Starts a server on which nobody is signed in. */
  public static TestServer of(Routes routes) {
    return of(routes, request -> Optional.empty(), JettyConfig.of("127.0.0.1", 0));
  }

  /** Starts a server with sessions of the test's own. */
  public static TestServer of(Routes routes, Authenticator authenticator, JettyConfig config) {
    JettyServer server = JettyServer.bind(config);
    return started(server, HttpConfig.of(server.url()), routes, authenticator);
  }

  /** Starts a server that believes to be reached by https. */
  public static TestServer reachedByHttps(Routes routes) {
    return started(
        JettyServer.bind(JettyConfig.of("127.0.0.1", 0)),
        HttpConfig.of(URI.create("https://vpn.example.com")),
        routes,
        request -> Optional.empty());
  }

  private static TestServer started(
      JettyServer server, HttpConfig config, Routes routes, Authenticator authenticator) {
    server.start(
        new WebApplication(
            config,
            Router.of(List.of(routes)),
            authenticator,
            new Csrf(new byte[32]),
            ErrorPages.PLAIN));
    return new TestServer(server);
  }

  /** Where the server is. */
  public URI url(String path) {
    return server.url().resolve(path);
  }

  /** The port of the server. */
  public int port() {
    return server.port();
  }

  /** Gets a path. */
  public HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(url(path)));
  }

  /** Sends a request. */
  public HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
  }

  /** Sends bytes on a connection of their own and reads whatever comes until it is closed. */
  public String raw(String bytes) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket.setSoTimeout(5000);
      OutputStream out = socket.getOutputStream();
      out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
