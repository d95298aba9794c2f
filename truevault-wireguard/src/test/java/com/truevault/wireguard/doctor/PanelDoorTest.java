package com.truevault.wireguard.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import com.truevault.peer.ListVersion;
import com.truevault.wireguard.doctor.PanelVisit.Kind;
import com.truevault.wireguard.system.Program;
import com.truevault.wireguard.system.Result;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PanelDoorTest {
  private static final InetSocketAddress ANYWHERE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  @TempDir private Path folder = Path.of("");
  private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

  @BeforeEach
  void keepACredential() throws IOException {
    Files.writeString(folder.resolve("credential"), "a-credential\n2026-03-01T12:00:00Z\n");
  }

  @Test
  void asksAsTheAgentWouldForWhatItKnows() throws Exception {
    HttpServer panel = HttpServer.create(ANYWHERE, 0);
    try {
      PanelVisit visit = visit(panel, "http", 304);
      assertEquals(Kind.WELCOME, visit.kind());
      assertEquals("/api/v1/agent/peers Bearer a-credential \"1.42\"", seen.take());
    } finally {
      panel.stop(0);
    }
  }

  @Test
  void saysThatTheCertificateIsWrong() throws Exception {
    HttpsServer panel = HttpsServer.create(ANYWHERE, 0);
    panel.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
    try {
      assertEquals(Kind.WRONG_CERTIFICATE, visit(panel, "https", 200).kind());
      assertTrue(seen.isEmpty(), "the credential was shown to somebody unknown");
    } finally {
      panel.stop(0);
    }
  }

  @Test
  void neverTellsTheCredential() throws Exception {
    HttpServer panel = HttpServer.create(ANYWHERE, 0);
    PanelVisit refused = visit(panel, "http", 401);
    panel.stop(0);
    assertEquals(Kind.REFUSED, refused.kind());
    assertFalse(refused.toString().contains("a-credential"), refused.toString());
    assertEquals(Kind.UNREACHABLE, door(panel, "http").visit(null).kind());
  }

  private PanelVisit visit(HttpServer panel, String scheme, int status) {
    panel.createContext(
        "/",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          seen.add(
              exchange.getRequestURI()
                  + " "
                  + headers.getFirst("Authorization")
                  + " "
                  + headers.getFirst("If-None-Match"));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    panel.start();
    return door(panel, scheme).visit(new ListVersion(1, 42));
  }

  private PanelDoor door(HttpServer panel, String scheme) {
    URI address = URI.create(scheme + "://localhost:" + panel.getAddress().getPort() + "/");
    return new PanelDoor(address, folder.resolve("credential"), InstantSource.system());
  }

  private SSLContext selfSigned() throws IOException, GeneralSecurityException {
    Path store = folder.resolve("keys.p12");
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Result made =
        new Program(List.of(), Duration.ofSeconds(60))
            .run(
                List.of(
                    (keytool
                            + " -genkeypair -alias panel -keyalg EC -dname CN=localhost"
                            + " -storetype PKCS12 -storepass changeit -keystore "
                            + store)
                        .split(" ", -1)),
                "");
    assertTrue(made.isFine(), made.error());
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(store)) {
      keys.load(file, "changeit".toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, "changeit".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
