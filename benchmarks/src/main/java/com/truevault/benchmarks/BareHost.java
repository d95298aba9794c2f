package com.truevault.benchmarks;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintStream;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The floor of the host: Jetty with the host's settings and one servlet made by Guice. */
public final class BareHost {
  private BareHost() {}

  /**
   * Serves on a free port until it is killed.
   *
   * @param arguments the size of every answer in bytes
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    Injector injector = Guice.createInjector(new Module(Integer.parseInt(arguments[0])));
    Server server = new Server(threads());
    ServerConnector connector =
        new ServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
    connector.setHost("127.0.0.1");
    connector.setAcceptQueueSize(512);
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/", false, false);
    context.addServlet(new ServletHolder(injector.getInstance(Constant.class)), "/");
    server.setHandler(context);
    server.start();
    out.println("bare host is running at http://127.0.0.1:" + connector.getLocalPort());
    server.join();
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool(200, 8);
    if (VirtualThreads.areSupported()) {
      threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
    }
    return threads;
  }

  private static HttpConfiguration http() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    return http;
  }

  private static final class Module extends com.google.inject.AbstractModule {
    private final int bytes;

    Module(int bytes) {
      this.bytes = bytes;
    }

    @Provides
    @Singleton
    Constant servlet() {
      return new Constant(bytes);
    }
  }

  /** Answers the same bytes to everything. */
  private static final class Constant extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final byte[] body;

    Constant(int bytes) {
      body = " ".repeat(bytes).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentType("application/json");
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    }
  }
}
