package com.truevault.web.page.demo;

import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionStatus;
import com.truevault.web.demo.time.Happening;
import com.truevault.web.demo.time.TimeMachine;
import com.truevault.web.page.Badge;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Tone;
import com.truevault.web.page.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The time of the demo and what happened while it was moved.
 *
 * @param watched whose plan is watched; null if there is none
 * @param events newest first
 */
public record ClockPage(String day, String time, @Nullable Watched watched, List<Event> events) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  /**
   * A plan that is watched.
   *
   * @param next when it is charged next, in words
   * @param willFail whether the next payment will fail
   */
  public record Watched(String who, String plan, Badge badge, String next, boolean willFail) {}

  /**
   * Something that happened.
   *
   * @param link where it can be read; empty if nowhere
   */
  public record Event(Instant at, String icon, String about, String text, String link) {}

  /** The page of a moment. */
  static ClockPage of(
      Instant now, ClockPages.@Nullable Watching watching, TimeMachine time, Messages messages) {
    return new ClockPage(
        DAY.format(now),
        TIME.format(now),
        watching == null ? null : watched(watching, time, messages),
        time.happened().stream().map(happening -> event(happening, messages)).toList());
  }

  private static Watched watched(
      ClockPages.Watching watching, TimeMachine time, Messages messages) {
    Subscription subscription = watching.subscription();
    boolean willFail = time.isFailing(watching.gatewayId());
    return new Watched(
        watching.user().email().typed(),
        messages.text("plan." + Words.key(subscription.plan())),
        badge(subscription.status(), messages),
        time.nextCharge(watching.gatewayId())
            .map(
                at ->
                    messages.text(
                        willFail ? "clock.next.fails" : "clock.next",
                        Words.price(subscription.price()),
                        Words.day(at)))
            .orElseGet(() -> messages.text("clock.next.none")),
        willFail);
  }

  private static Badge badge(SubscriptionStatus status, Messages messages) {
    Tone tone =
        switch (status) {
          case ACTIVE -> Tone.GOOD;
          case PENDING, GRACE_PERIOD -> Tone.WARN;
          case SUSPENDED -> Tone.BAD;
          case CANCELLED, EXPIRED -> Tone.PLAIN;
        };
    return new Badge(tone, messages.text("subscription.status." + Words.key(status)));
  }

  private static Event event(Happening happening, Messages messages) {
    String text =
        switch (happening.kind()) {
          case MAIL -> messages.text("clock.mail", happening.text());
          case PAYMENT -> messages.text("clock.payment." + happening.word(), happening.text());
          case STATE ->
              messages.text(
                  "clock.state", messages.text("subscription.status." + happening.word()));
        };
    String icon =
        switch (happening.kind()) {
          case MAIL -> "mail";
          case PAYMENT -> "card";
          case STATE -> "shield";
        };
    return new Event(happening.at(), icon, happening.about(), text, happening.link());
  }
}
