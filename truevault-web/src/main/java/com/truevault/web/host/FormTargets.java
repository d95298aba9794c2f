package com.truevault.web.host;

import java.util.List;

/**
 * Where a form may send people on to, beside this site: the payment provider's page.
 *
 * @param origins such as {@code https://pay.example.com}
 */
public record FormTargets(List<String> origins) {
  /** Nowhere else. */
  public static final FormTargets NONE = new FormTargets(List.of());

  /** Copies the origins. */
  public FormTargets {
    origins = List.copyOf(origins);
  }
}
