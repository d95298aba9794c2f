package com.truevault.web.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that no server received, for tests without sockets. */
public final class FakeIncoming implements Incoming {
  private final String method;
  private final String path;
  private final @Nullable String query;
  private final List<Response.Header> headers = new ArrayList<>();
  private byte[] body = {};
  private String remoteAddress = "127.0.0.1";

  private FakeIncoming(String method, String target) {
    int mark = target.indexOf('?');
    this.method = method;
    this.path = mark < 0 ? target : target.substring(0, mark);
    this.query = mark < 0 ? null : target.substring(mark + 1);
  }

  public static FakeIncoming of(String method, String target) {
    return new FakeIncoming(method, target);
  }

  public static FakeIncoming get(String target) {
    return of("GET", target);
  }

  public FakeIncoming with(String name, String value) {
    headers.add(new Response.Header(name, value));
    return this;
  }

  public FakeIncoming body(String contentType, String text) {
    return body(contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  public FakeIncoming body(String contentType, byte[] bytes) {
    body = bytes;
    return with("Content-Type", contentType).with("Content-Length", "" + bytes.length);
  }

  public FakeIncoming json(String text) {
    return body(ContentType.JSON, text);
  }

  public FakeIncoming form(String text) {
    return body(ContentType.FORM, text);
  }

  public FakeIncoming from(String address) {
    remoteAddress = address;
    return this;
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public @Nullable String query() {
    return query;
  }

  @Override
  public @Nullable String header(String name) {
    List<String> values = headers(name);
    return values.isEmpty() ? null : values.get(0);
  }

  @Override
  public List<String> headers(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Response.Header::value)
        .toList();
  }

  @Override
  public String remoteAddress() {
    return remoteAddress;
  }

  @Override
  public InputStream body() {
    return new ByteArrayInputStream(body);
  }

  @Override
  public String toString() {
    return method
        + " "
        + path
        + " "
        + query
        + " "
        + headers
        + " "
        + new String(body, StandardCharsets.UTF_8);
  }
}
