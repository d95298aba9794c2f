package com.truevault.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;

/** Connections that stay open and send one request after the other. */
final class LoadGenerator implements AutoCloseable {
  private static final int CONNECTIONS = 16;
  private static final String LENGTH = "content-length:";

  private final URI url;
  private final Callers callers = new Callers(CONNECTIONS);

  LoadGenerator(URI url) {
    this.url = url;
  }

  /** Asks for the path with each of the tokens in turn; returns the answers per second. */
  double perSecond(String path, List<String> tokens, double seconds) throws Exception {
    AtomicLong answers = new AtomicLong();
    long nanos =
        callers.run(
            caller ->
                asking(path, tokens.get(caller % tokens.size()), (long) (seconds * 1e9), answers));
    return answers.get() * 1e9 / nanos;
  }

  private Callable<Boolean> asking(String path, String token, long nanos, AtomicLong answers) {
    byte[] request = request(path, token);
    return () -> {
      try (Socket socket = new Socket(url.getHost(), url.getPort())) {
        socket.setTcpNoDelay(true);
        InputStream in = new BufferedInputStream(socket.getInputStream(), 16_384);
        long end = System.nanoTime() + nanos;
        long own = 0;
        while (System.nanoTime() < end) {
          socket.getOutputStream().write(request);
          readAnswer(in);
          own++;
        }
        answers.addAndGet(own);
        return true;
      }
    };
  }

  private byte[] request(String path, String token) {
    return "GET %s HTTP/1.1\r\nHost: %s:%d\r\nAuthorization: Bearer %s\r\n\r\n"
        .formatted(path, url.getHost(), url.getPort(), token)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static void readAnswer(InputStream in) throws IOException {
    String status = line(in);
    if (!status.startsWith("HTTP/1.1 200")) {
      throw new IOException("answer is " + status);
    }
    long length = -1;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
        length = Long.parseLong(header.substring(LENGTH.length()).strip());
      }
    }
    in.skipNBytes(length);
  }

  @SuppressWarnings("deprecation") // The fastest way from bytes known to be ASCII.
  private static String line(InputStream in) throws IOException {
    byte[] line = new byte[512];
    int length = 0;
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("connection ended");
      }
      if (next != '\r') {
        line[length++] = (byte) next;
      }
    }
    return new String(line, 0, 0, length);
  }

  @Override
  public void close() {
    callers.close();
  }
}
