package com.truevault.web.admin.money;

import com.truevault.billing.Fact;
import java.time.Instant;

/** Something a person has to look at. */
public record ReviewJson(String subscription, String about, Instant at, String text) {

  static ReviewJson from(Fact.Review review) {
    return new ReviewJson(review.subscription(), review.about(), review.at(), review.text());
  }
}
