package com.truevault.webhook;

import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Deliveries as they arrived. Bodies never change. */
public interface WebhookStore {

  /**
   * Keeps a delivery; false if its transmission id, or its event id and type, are there already:
   * the first body wins.
   */
  boolean add(WebhookDelivery delivery);

  /** The delivery of that transmission. */
  Optional<WebhookDelivery> find(String transmissionId);

  /** New deliveries whose next attempt is due, oldest first. */
  List<WebhookDelivery> due(Instant now, int limit);

  /** Sets state, attempts and last error of the delivery of that transmission. */
  void update(WebhookDelivery delivery, Instant nextAttemptAt);

  /** All deliveries, newest first; with an empty text, else those whose type or id holds it. */
  Page<WebhookDelivery> newest(String text, PageRequest request);

  /** Removes what was looked into and arrived before then; returns how many. */
  int purge(Instant before);
}
