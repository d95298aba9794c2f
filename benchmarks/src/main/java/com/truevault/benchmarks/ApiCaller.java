package com.truevault.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A customer who is signed in and calls the API. Safe for use by many threads. */
final class ApiCaller {
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

  private final HttpClient client;
  private final URI url;
  private final String token;

  private ApiCaller(HttpClient client, URI url, String token) {
    this.client = client;
    this.url = url;
    this.token = token;
  }

  static ApiCaller signIn(HttpClient client, URI url, String email, String password)
      throws IOException, InterruptedException {
    String body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(url.resolve("/api/v1/sessions"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    Matcher token = TOKEN.matcher(answer.body());
    if (!token.find()) {
      throw new IOException("signing in was answered " + answer.statusCode());
    }
    return new ApiCaller(client, url, token.group(1));
  }

  String token() {
    return token;
  }

  String get(String path) throws IOException, InterruptedException {
    return call("GET", path, "");
  }

  /**
   * Sends a request, with JSON unless that is empty.
   *
   * @return the body of the answer
   * @throws IOException if the answer is not a good one
   */
  String call(String method, String path, String json) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(
          "%s %s was answered %d: %s".formatted(method, path, answer.statusCode(), answer.body()));
    }
    return answer.body();
  }
}
