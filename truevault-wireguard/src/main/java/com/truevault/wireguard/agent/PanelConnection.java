package com.truevault.wireguard.agent;

import com.truevault.wireguard.list.PeerListReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** One request to the panel. {@link HttpURLConnection} keeps the process small. */
final class PanelConnection {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration GRACE = Duration.ofSeconds(15);
  private static final int LONGEST_ERROR = 16 << 10;

  private final HttpURLConnection connection;

  private PanelConnection(HttpURLConnection connection) {
    this.connection = connection;
  }

  /**
   * Prepares a request.
   *
   * @param panel ending in a slash
   * @param path without one at its beginning
   * @param wait how long the panel may hold the answer back
   */
  static PanelConnection to(URI panel, String path, Duration wait) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) panel.resolve(path).toURL().openConnection();
    // Whoever answers with another address must not be shown the credential.
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout((int) CONNECT.toMillis());
    connection.setReadTimeout((int) wait.plus(GRACE).toMillis());
    connection.setUseCaches(false);
    connection.setRequestProperty("Accept-Encoding", "gzip");
    return new PanelConnection(connection);
  }

  PanelConnection with(String header, String value) {
    connection.setRequestProperty(header, value);
    return this;
  }

  PanelConnection authorised(String credential) {
    return with("Authorization", "Bearer " + credential);
  }

  int get() throws IOException {
    return connection.getResponseCode();
  }

  int post(byte[] json) throws IOException {
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", "application/json");
    try (OutputStream out = connection.getOutputStream()) {
      out.write(json);
    }
    return connection.getResponseCode();
  }

  /**
   * The body of a good answer, unpacked.
   *
   * @throws IOException if it ends too early or is longer than any list
   */
  byte[] body() throws IOException {
    try (InputStream raw = connection.getInputStream()) {
      byte[] bytes = bytes(unpacked(raw), PeerListReader.LONGEST + 1024);
      long announced = connection.getContentLengthLong();
      // The JDK takes an early end of an answer for its end.
      if (!isPacked(connection.getContentEncoding()) && announced > bytes.length) {
        throw new IOException("it has " + bytes.length + " of " + announced + " bytes");
      }
      return bytes;
    }
  }

  /** The beginning of the body of another answer; reading it keeps the connection usable. */
  byte[] errorBody() {
    try (InputStream raw = connection.getErrorStream()) {
      return raw == null ? new byte[0] : unpacked(raw).readNBytes(LONGEST_ERROR);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private InputStream unpacked(InputStream raw) throws IOException {
    return isPacked(connection.getContentEncoding()) ? new GZIPInputStream(raw, 8192) : raw;
  }

  private static boolean isPacked(@Nullable String encoding) {
    return "gzip".equalsIgnoreCase(encoding);
  }

  private static byte[] bytes(InputStream in, int most) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      bytes.write(buffer, 0, read);
      if (bytes.size() > most) {
        throw new IOException("the answer is longer than any list: over " + most + " bytes");
      }
    }
    return bytes.toByteArray();
  }
}
