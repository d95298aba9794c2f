package com.truevault.paypal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Requests over the network, by the client of the JDK. */
public final class NetExchange implements HttpExchange {
  private static final Duration CONNECT = Duration.ofSeconds(3);

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  @Override
  public Answer send(Call call) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request(call), info -> new CappedBody(call.mostBytes()));
    try {
      return answer(answer.get(call.timeout().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      throw late(call, e);
    } catch (ExecutionException e) {
      throw new IOException(call + " failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(call + " was interrupted");
    } finally {
      answer.cancel(true);
    }
  }

  private static HttpRequest request(Call call) {
    HttpRequest.Builder request = HttpRequest.newBuilder(call.uri());
    call.headers().forEach(request::header);
    return request
        .method(
            call.method(),
            call.body().length == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.ofByteArray(call.body()))
        .build();
  }

  private static Answer answer(HttpResponse<byte[]> response) {
    return new Answer(
        response.statusCode(),
        response.headers().map().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, header -> header.getValue().get(0))),
        response.body());
  }

  private static HttpTimeoutException late(Call call, TimeoutException cause) {
    HttpTimeoutException late =
        new HttpTimeoutException(call + " took longer than " + call.timeout());
    late.initCause(cause);
    return late;
  }
}
