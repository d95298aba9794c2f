package com.truevault.webhook;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Understands bodies of five words: whether they are genuine, the event, and what they are about.
 * Such as {@code genuine e-1 sale I-1 - S-1}, in which a dash stands for nothing.
 */
public final class ScriptedReader implements WebhookReader {
  @Override
  public Set<String> headers() {
    return Set.of("x-id", "x-signature");
  }

  @Override
  public Verdict verify(Map<String, List<String>> headers, byte[] body) {
    String[] words = words(body);
    String id = headers.getOrDefault("x-id", List.of("t-" + words[1])).get(0);
    return switch (words[0]) {
      case "genuine" -> new Verdict(Outcome.GENUINE, "verified", "", words[1], words[2], id);
      case "forged" -> new Verdict(Outcome.REFUSED, "signature-wrong", "no", null, null, null);
      case "unclear" -> new Verdict(Outcome.UNDECIDED, "cert-unavailable", "?", null, null, null);
      default -> throw new IllegalStateException("cannot read " + words[0]);
    };
  }

  @Override
  public About about(WebhookDelivery delivery) {
    String[] words = words(delivery.body());
    if (words[2].equals("unreadable")) {
      throw new IllegalStateException("gateway does not answer");
    }
    return new About(
        named(words[3]), named(words[4]), named(words[5]), !words[2].equals("unknown"));
  }

  private static @Nullable String named(String word) {
    return word.equals("-") ? null : word;
  }

  private static String[] words(byte[] body) {
    return new String(body, StandardCharsets.UTF_8).split(" ");
  }
}
