package com.truevault.web.api;

import com.truevault.web.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A program that speaks to the API, as somebody or as nobody. */
public final class Client {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String url;
  private final @Nullable String token;

  /** Speaks to the host there; a token of null is nobody's. */
  public Client(String url, @Nullable String token) {
    this.url = url;
    this.token = token;
  }

  /** The same program with a token, or without one. */
  public Client as(@Nullable String other) {
    return new Client(url, other);
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer post(String path, Object body) {
    return send("POST", path, Json.text(body));
  }

  public Answer patch(String path, Object body) {
    return send("PATCH", path, Json.text(body));
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  Answer delete(String path, Object body) {
    return send("DELETE", path, Json.text(body));
  }

  /** Sends a form to a path or a whole address. */
  public Answer form(String address, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send("POST", address, "application/x-www-form-urlencoded", body);
  }

  public Answer send(String method, String path, @Nullable String json) {
    return send(method, path, "application/json", json);
  }

  Answer send(String method, String address, String contentType, @Nullable String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address.startsWith("/") ? url + address : address))
            .timeout(Duration.ofSeconds(60))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", contentType);
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return send(request);
  }

  Answer send(HttpRequest.Builder request) {
    try {
      return once(request.build());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /**
   * A kept connection may have been closed by the host it led to; then the request is sent anew.
   */
  private static Answer once(HttpRequest request) throws IOException, InterruptedException {
    try {
      return Answer.of(HTTP.send(request, BodyHandlers.ofString()));
    } catch (IOException closed) {
      return Answer.of(HTTP.send(request, BodyHandlers.ofString()));
    }
  }

  URI uri(String path) {
    return URI.create(url + path);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
