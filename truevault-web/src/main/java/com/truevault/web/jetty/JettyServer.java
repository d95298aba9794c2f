package com.truevault.web.jetty;

import com.truevault.web.http.WebApplication;
import java.io.IOException;
import java.net.URI;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A listening socket that becomes a server. Binding comes before starting, so that a host on a free
 * port knows its own address while it is put together; clients that connect in between wait.
 */
public final class JettyServer implements AutoCloseable {
  private static final int MAX_CONNECTIONS = 8192;
  private static final int MAX_HEADER_BYTES = 8192;
  private static final long STOP_MILLIS = 10_000;

  private final JettyConfig config;
  private final Server server;
  private final ServerConnector connector;

  private JettyServer(JettyConfig config) {
    this.config = config;
    this.server = new Server(threads(config));
    HttpFactory http = new HttpFactory(http(), config.headerTimeout());
    this.connector = new ServerConnector(server, 1, 1, http);
    connector.setHost(config.host());
    connector.setPort(config.port());
    connector.setIdleTimeout(config.idleTimeout().toMillis());
    connector.setAcceptQueueSize(512);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
    server.setStopTimeout(STOP_MILLIS);
  }

  /**
   * Takes the port.
   *
   * @throws IllegalStateException if it cannot be taken
   */
  public static JettyServer bind(JettyConfig config) {
    JettyServer server = new JettyServer(config);
    try {
      server.connector.open();
    } catch (IOException failure) {
      throw new IllegalStateException(
          "cannot listen on %s port %d (%s); choose another port"
              .formatted(config.host(), config.port(), failure.getMessage()),
          failure);
    }
    return server;
  }

  /** The port that was taken. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Where this machine reaches the server. */
  public URI url() {
    String host = config.host();
    if (host.equals("0.0.0.0") || host.equals("::")) {
      host = "127.0.0.1";
    }
    return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port());
  }

  /**
   * Begins to answer.
   *
   * @throws IllegalStateException if the server cannot start
   */
  public void start(WebApplication application) {
    ServletContextHandler context = new ServletContextHandler("/", false, false);
    ServletHolder servlet =
        new ServletHolder(new RouterServlet(application, new ClientLimit(config.maxThreads())));
    servlet.setAsyncSupported(true);
    context.addServlet(servlet, "/");
    server.setHandler(new GracefulHandler(context));
    server.setErrorHandler(new ProblemHandler(application));
    try {
      server.start();
    } catch (Exception failure) {
      close();
      throw new IllegalStateException("web server does not start: " + failure, failure);
    }
  }

  /** Waits until the server was stopped. */
  public void join() throws InterruptedException {
    server.join();
  }

  /** Stops taking requests, lets those under way end within ten seconds and frees the port. */
  @Override
  public void close() {
    try {
      server.stop();
      connector.close();
    } catch (Exception failure) {
      throw new IllegalStateException("web server does not stop: " + failure, failure);
    }
  }

  private static QueuedThreadPool threads(JettyConfig config) {
    QueuedThreadPool threads = new QueuedThreadPool(config.maxThreads(), 8);
    threads.setName("http");
    if (VirtualThreads.areSupported()) {
      threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
    }
    return threads;
  }

  private static HttpConfiguration http() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setHttpCompliance(HttpCompliance.STRICT);
    http.setUriCompliance(UriCompliance.RFC3986);
    http.setRequestHeaderSize(MAX_HEADER_BYTES);
    http.setResponseHeaderSize(MAX_HEADER_BYTES);
    return http;
  }
}
