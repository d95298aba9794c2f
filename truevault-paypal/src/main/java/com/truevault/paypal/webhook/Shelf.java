package com.truevault.paypal.webhook;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sixteen things that were used last, by the address of a certificate. Thread-safe. */
final class Shelf<T> {
  private static final int MOST_KEPT = 16;

  private final Map<CertificateAddress, T> kept =
      new LinkedHashMap<>(MOST_KEPT * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CertificateAddress, T> eldest) {
          return size() > MOST_KEPT;
        }
      };

  synchronized @Nullable T find(CertificateAddress address) {
    return kept.get(address);
  }

  synchronized void put(CertificateAddress address, T thing) {
    kept.put(address, thing);
  }

  synchronized void remove(CertificateAddress address) {
    kept.remove(address);
  }
}
