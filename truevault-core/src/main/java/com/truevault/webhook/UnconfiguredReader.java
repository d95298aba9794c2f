package com.truevault.webhook;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stands where no provider was set: nothing can be said about any delivery. */
public final class UnconfiguredReader implements WebhookReader {
  /** Knows nothing. */
  public UnconfiguredReader() {}

  @Override
  public Set<String> headers() {
    return Set.of();
  }

  @Override
  public Verdict verify(Map<String, List<String>> headers, byte[] body) {
    return new Verdict(
        Outcome.UNDECIDED,
        "webhooks-not-configured",
        "no payment provider is set whose deliveries could be verified",
        null,
        null,
        null);
  }

  @Override
  public About about(WebhookDelivery delivery) {
    return new About(null, null, null, false);
  }
}
