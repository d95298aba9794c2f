package com.truevault.paypal.webhook;

import com.truevault.paypal.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A network on which whoever is asked answers the same, and which notes who was asked. */
final class RecordingExchange implements HttpExchange {
  final List<URI> asked = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private volatile byte[] body;

  RecordingExchange(String pem) {
    body = pem.getBytes(StandardCharsets.UTF_8);
  }

  void answer(int newStatus, String newBody) {
    status = newStatus;
    body = newBody.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Answer send(Call call) throws IOException {
    asked.add(call.uri());
    if (status == 0) {
      throw new IOException("nobody answers");
    }
    return new Answer(status, Map.of(), body);
  }
}
