package com.truevault.web.api;

import com.truevault.secret.VerifyingKey;
import com.truevault.server.ServerKey;
import com.truevault.web.host.TestHost;
import com.truevault.wireguard.list.SignedList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A program that joins as the agent of a server and pulls its list, as the real one does. */
final class TestAgent {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final TestHost host;
  private final String credential;
  private final VerifyingKey listKey;

  private TestAgent(TestHost host, String credential, VerifyingKey listKey) {
    this.host = host;
    this.credential = credential;
    this.listKey = listKey;
  }

  /** Joins with a token that an administrator asked for. */
  static TestAgent of(TestHost host, String server) {
    String token = host.vault().agents().invite("system", new ServerKey(server)).token();
    Answer answer = enrol(host, token);
    return new TestAgent(host, answer.text("credential"), new VerifyingKey(answer.text("listKey")));
  }

  static Answer enrol(TestHost host, String token) {
    return new Client(host.url(), null)
        .post("/api/v1/agent/enrolments", Samples.of("token", token, "software", "test"));
  }

  String credential() {
    return credential;
  }

  TestAgent with(String other) {
    return new TestAgent(host, other, listKey);
  }

  Client client() {
    return new Client(host.url(), credential);
  }

  /** What a pull brought; the text is empty unless there is a list. */
  record Pull(int status, String tag, String text, Map<String, java.util.List<String>> headers) {}

  Pull pull(int wait, @Nullable String known) {
    return pullLater(wait, known).join();
  }

  CompletableFuture<Pull> pullLater(int wait, @Nullable String known) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(host.url() + "/api/v1/agent/peers?wait=" + wait))
            .header("Authorization", "Bearer " + credential)
            .header("Accept-Encoding", "gzip")
            .timeout(Duration.ofSeconds(90));
    if (known != null) {
      request.header("If-None-Match", known);
    }
    return HTTP.sendAsync(request.build(), BodyHandlers.ofByteArray()).thenApply(this::read);
  }

  private Pull read(HttpResponse<byte[]> response) {
    String tag = response.headers().firstValue("ETag").orElse("");
    boolean isList = response.statusCode() == 200;
    return new Pull(
        response.statusCode(),
        tag,
        isList ? verified(response.body()) : new String(response.body(), StandardCharsets.UTF_8),
        response.headers().map());
  }

  private String verified(byte[] body) {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
      SignedList list = Objects.requireNonNull(SignedList.parse(gzip.readAllBytes()));
      if (!list.isWhole() || !list.isSignedBy(listKey)) {
        throw new AssertionError("the list is cut off or not signed by the panel");
      }
      return new String(list.text(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
