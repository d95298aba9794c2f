package com.truevault.web.http;

import com.truevault.web.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request is answered with. Made for one request and not thread-safe. Unless it says
 * otherwise, browsers and proxies may not store it.
 */
public final class Response {
  private static final byte[] EMPTY = {};
  private static final String FRAMED =
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; "
          + "frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

  private final int status;
  private final byte[] bytes;
  private final @Nullable Stream stream;
  private final @Nullable Later later;
  private final List<Header> headers = new ArrayList<>(14);

  /** A header field. */
  public record Header(String name, String value) {}

  /** Writes a long body. */
  @FunctionalInterface
  public interface Stream {
    /** Writes the body; what is thrown here breaks the connection off, as the status is sent. */
    void writeTo(OutputStream out) throws IOException;
  }

  private Response(int status, byte[] bytes, @Nullable Stream stream) {
    this.status = status;
    this.bytes = bytes;
    this.stream = stream;
    this.later = null;
  }

  private Response(Later later) {
    this.status = 0;
    this.bytes = EMPTY;
    this.stream = null;
    this.later = later;
  }

  /** What is still to come; all else of this response has no meaning. */
  public static Response later(Later later) {
    return new Response(later);
  }

  /** 200 with a record, list or map as JSON. */
  public static Response json(Object value) {
    return json(200, value);
  }

  /** Any status with a record, list or map as JSON. */
  public static Response json(int status, Object value) {
    return bytes(status, ContentType.JSON, Json.bytes(value));
  }

  /** 201 with where the new thing is found and what it is. */
  public static Response created(String location, Object value) {
    return json(201, value).header("Location", requireLocal(location));
  }

  /** 202: asked for, and done later. */
  public static Response accepted() {
    return new Response(202, EMPTY, null);
  }

  /** 204: done, and nothing to say. */
  public static Response noContent() {
    return new Response(204, EMPTY, null);
  }

  /** 200 with a page. */
  public static Response html(String page) {
    return html(200, page);
  }

  /** Any status with a page. */
  public static Response html(int status, String page) {
    return bytes(status, ContentType.HTML, page.getBytes(StandardCharsets.UTF_8));
  }

  /** Any status with plain text. */
  public static Response text(int status, String text) {
    return bytes(status, ContentType.TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /** 200 with plain text. */
  public static Response text(String text) {
    return text(200, text);
  }

  /** Any status with bytes of a type, which has to name the charset of a text. */
  public static Response bytes(int status, String contentType, byte[] body) {
    return new Response(status, body, null).header("Content-Type", contentType);
  }

  /** 200 with a body too long to hold. */
  public static Response stream(String contentType, Stream body) {
    return new Response(200, EMPTY, body).header("Content-Type", contentType);
  }

  /**
   * 303 to a page of this host.
   *
   * @param path begins with one slash
   */
  public static Response redirect(String path) {
    return new Response(303, EMPTY, null).header("Location", requireLocal(path));
  }

  /** 303 to another host, such as a payment page; never to an address taken from a request. */
  public static Response redirectOutside(URI address) {
    return new Response(303, EMPTY, null).header("Location", address.toASCIIString());
  }

  /** 304: what the client has is still the newest. */
  public static Response notModified() {
    return new Response(304, EMPTY, null);
  }

  static Response empty(int status) {
    return new Response(status, EMPTY, null);
  }

  /**
   * Adds a header field.
   *
   * @throws IllegalArgumentException if the value holds a line end or another control character
   */
  public Response header(String name, String value) {
    for (int i = 0; i < value.length(); i++) {
      char character = value.charAt(i);
      if (character < 0x20 || character > 0x7e) {
        throw new IllegalArgumentException("header " + name + " must be printable ASCII");
      }
    }
    headers.add(new Header(name, value));
    return this;
  }

  /**
   * Lets pages of this host show the answer in a frame, with styles of its own. It is cut off from
   * the site: nothing in it runs, is fetched or is sent, and links open elsewhere.
   */
  public Response framed() {
    return header(SecurityHeaders.POLICY, FRAMED);
  }

  /** Adds a cookie; see {@link SessionCookie}. */
  public Response cookie(String setCookie) {
    return header("Set-Cookie", setCookie);
  }

  /** Says how the answer may be stored, such as {@code private, no-cache}. */
  public Response cache(String directives) {
    return header("Cache-Control", directives);
  }

  /** Names the state of the body; a GET that already has it is then answered by 304. */
  public Response etag(String tag) {
    return header("ETag", "\"" + tag + "\"");
  }

  /** Names the state of the body by its hash. */
  public Response etag() {
    return etag(hash(bytes));
  }

  /** Makes browsers save the body under a name (RFC 6266). */
  public Response attachment(String fileName) {
    return header("Content-Disposition", Attachment.header(fileName));
  }

  /** The status. */
  public int status() {
    return status;
  }

  /** The body; empty if there is none or if it is a stream. */
  public byte[] bytes() {
    return bytes;
  }

  /** The long body, if it is one. */
  public @Nullable Stream stream() {
    return stream;
  }

  /** What is still to come; null if this is the answer. */
  public @Nullable Later later() {
    return later;
  }

  /** The header fields. */
  public List<Header> headers() {
    return headers;
  }

  /** The first header field of a name; null if there is none. */
  public @Nullable String header(String name) {
    for (Header header : headers) {
      if (header.name().equalsIgnoreCase(name)) {
        return header.value();
      }
    }
    return null;
  }

  /** A short name for these bytes that changes with them. */
  public static String hash(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("this Java has no SHA-256", impossible);
    }
  }

  private static String requireLocal(String path) {
    if (!path.startsWith("/") || path.startsWith("//") || path.startsWith("/\\")) {
      throw new IllegalArgumentException("redirect must stay on this host");
    }
    return path;
  }
}
