package com.truevault.paypal.webhook;

import com.truevault.paypal.HttpExchange;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Certificates fetched from where PayPal keeps them, and kept until they expire. One is fetched at
 * a time, each address at most once a minute, and not more than twenty a minute in all: whoever
 * sends junk keeps nobody else waiting. Safe for use by many threads.
 */
public final class FetchedCertificates implements CertificateSource {
  private static final int MOST_BYTES = 16 * 1024;
  private static final int MOST_FETCHES = 20;
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final HttpExchange exchange;
  private final InstantSource clock;
  private final Shelf<Fetched> fetched = new Shelf<>();
  private final Shelf<Instant> failures = new Shelf<>();
  private final ReentrantLock fetching = new ReentrantLock();
  private final Turns turns = new Turns(MOST_FETCHES);

  /** Fetches through the given door, which must not follow redirects. */
  public FetchedCertificates(HttpExchange exchange, InstantSource clock) {
    this.exchange = exchange;
    this.clock = clock;
  }

  @Override
  public List<X509Certificate> at(CertificateAddress address) throws UnverifiedException {
    Fetched known = fetched.find(address);
    Instant now = clock.instant();
    if (known == null || (!known.isValid(now) && isOver(known.at(), now))) {
      known = fetchOnce(address, known);
    }
    return known.certificates();
  }

  @Override
  public boolean isRenewed(CertificateAddress address) {
    Fetched before = fetched.find(address);
    if (before == null || !isOver(before.at(), clock.instant())) {
      return false;
    }
    try {
      return !fetchOnce(address, before).certificates().equals(before.certificates());
    } catch (UnverifiedException e) {
      return false;
    }
  }

  private Fetched fetchOnce(CertificateAddress address, @Nullable Fetched before)
      throws UnverifiedException {
    if (!enter()) {
      throw unavailable(address, "other certificates are being fetched");
    }
    try {
      Fetched meanwhile = fetched.find(address);
      if (meanwhile != null && !meanwhile.equals(before)) {
        return meanwhile;
      }
      Instant now = clock.instant();
      requireTurn(address, now);
      failures.put(address, now);
      Fetched fresh = new Fetched(PemFile.certificates(fetch(address)), now);
      failures.remove(address);
      fetched.put(address, fresh);
      return fresh;
    } finally {
      fetching.unlock();
    }
  }

  private void requireTurn(CertificateAddress address, Instant now) throws UnverifiedException {
    Instant failed = failures.find(address);
    if (failed != null && !isOver(failed, now)) {
      throw unavailable(address, "it was not to be had a moment ago either");
    }
    if (!turns.take(now)) {
      throw unavailable(address, "too many were fetched in the last minute");
    }
  }

  private byte[] fetch(CertificateAddress address) throws UnverifiedException {
    try {
      HttpExchange.Answer answer =
          exchange.send(HttpExchange.Call.get(address.uri(), TIMEOUT, MOST_BYTES));
      if (answer.status() != 200) {
        throw unavailable(address, "the answer was " + answer.status());
      }
      return answer.body();
    } catch (IOException e) {
      throw unavailable(address, String.valueOf(e.getMessage()));
    }
  }

  private boolean enter() {
    try {
      return fetching.tryLock(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean isOver(Instant start, Instant now) {
    return !now.isBefore(start.plus(PAUSE));
  }

  private static UnverifiedException unavailable(CertificateAddress address, String why) {
    return new UnverifiedException(
        Reason.CERT_UNAVAILABLE,
        "certificate " + address + " is not to be had now: " + Transmission.shown(why));
  }

  private record Fetched(List<X509Certificate> certificates, Instant at) {
    boolean isValid(Instant now) {
      return now.isBefore(certificates.get(0).getNotAfter().toInstant());
    }
  }
}
