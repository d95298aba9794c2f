package com.truevault.paypal.testing;

import com.truevault.paypal.HttpExchange.Answer;
import com.truevault.paypal.HttpExchange.Call;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way between a caller in this process and the fake. */
final class FakeWire {
  private FakeWire() {}

  static FakeCall incoming(Call call) {
    return new FakeCall(
        call.method(),
        call.uri().getPath(),
        query(call.uri().getRawQuery()),
        call.headers(),
        call.body());
  }

  static Answer outgoing(Call call, FakeAnswer answer) throws IOException {
    switch (answer.wire()) {
      case DROPPED -> throw new IOException(call + ": connection reset");
      case STALLED -> throw new HttpTimeoutException(call + " took longer than " + call.timeout());
      case SOUND -> {}
    }
    if (answer.body().length > call.mostBytes()) {
      throw new IOException("the answer is longer than " + call.mostBytes() + " bytes");
    }
    return new Answer(answer.status(), answer.headers(), answer.body());
  }

  static Map<String, String> query(@Nullable String raw) {
    Map<String, String> query = new HashMap<>();
    if (raw != null && !raw.isEmpty()) {
      for (String pair : raw.split("&", -1)) {
        int sign = pair.indexOf('=');
        String name = sign < 0 ? pair : pair.substring(0, sign);
        String value = sign < 0 ? "" : pair.substring(sign + 1);
        query.putIfAbsent(decoded(name), decoded(value));
      }
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
