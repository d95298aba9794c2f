package com.truevault.web.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that answers as told: what GreenMail cannot do, which is STARTTLS and refusing. It
 * keeps what was said, apart by whether others could read it.
 */
final class ScriptedServer implements AutoCloseable {
  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> inClear = new CopyOnWriteArrayList<>();
  private final List<String> protectedWords = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final @Nullable SSLContext tls;

  /** Offers STARTTLS if there is something to offer it with. */
  ScriptedServer(@Nullable SSLContext tls) throws IOException {
    this.tls = tls;
    Thread thread = new Thread(this::accept, "scripted-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** From now on a command is answered so. */
  void answer(String command, String line) {
    answers.put(command, line);
  }

  int port() {
    return listener.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  /** What others could have read. */
  List<String> inClear() {
    return inClear;
  }

  /** What was said under TLS. */
  List<String> protectedWords() {
    return protectedWords;
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        connections.incrementAndGet();
        Thread thread = new Thread(() -> serve(socket), "scripted-connection");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket plain) {
    try (plain) {
      say(plain, "220 scripted");
      if (!talk(plain, inClear)) {
        return;
      }
      SSLSocket secured =
          (SSLSocket)
              Objects.requireNonNull(tls)
                  .getSocketFactory()
                  .createSocket(plain, null, plain.getPort(), true);
      secured.setUseClientMode(false);
      talk(secured, protectedWords);
    } catch (IOException gone) {
      // The client is gone.
    }
  }

  /** True if the client wants to go on under TLS. */
  private boolean talk(Socket socket, List<String> said) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    boolean inData = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      said.add(line);
      if (inData) {
        inData = !line.equals(".");
        if (!inData) {
          say(socket, "250 taken");
        }
        continue;
      }
      String command = line.split("[ :]", -1)[0].toUpperCase(Locale.ROOT);
      if (command.equals("STARTTLS") && tls != null) {
        say(socket, "220 go on");
        return true;
      }
      String answer = answers.getOrDefault(command, usual(command, socket));
      inData = answer.startsWith("354");
      say(socket, answer);
      if (command.equals("QUIT")) {
        return false;
      }
    }
    return false;
  }

  private String usual(String command, Socket socket) {
    boolean offers = tls != null && !(socket instanceof SSLSocket);
    return switch (command) {
      case "EHLO" -> offers ? "250-scripted\r\n250 STARTTLS" : "250-scripted\r\n250 AUTH PLAIN";
      case "DATA" -> "354 go on";
      case "AUTH" -> "235 welcome";
      case "QUIT" -> "221 bye";
      default -> "250 ok";
    };
  }

  private static void say(Socket socket, String line) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
