package com.truevault.subscription;

import com.truevault.billing.BillingCycle;
import com.truevault.billing.BillingStatus;
import com.truevault.billing.EndReason;
import com.truevault.billing.Money;
import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionStore;
import com.truevault.ledger.Payment;
import com.truevault.ledger.PaymentStore;
import com.truevault.ledger.Repaid;
import com.truevault.setting.SettingKey;
import com.truevault.setting.Settings;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * How the business earns, from what was booked. Days and months are those of the seller's time
 * zone. Nothing is remembered; asking again reads again. Safe for use by many threads.
 */
public final class Revenue {
  /** How many days the daily figures go back, today among them. */
  public static final int DAYS = 30;

  private static final Comparator<Currency> BY_CODE =
      Comparator.comparing(Currency::getCurrencyCode);

  private final PaymentStore payments;
  private final SubscriptionStore subscriptions;
  private final Settings settings;
  private final InstantSource clock;

  /** Reads from the given stores. */
  public Revenue(
      PaymentStore payments,
      SubscriptionStore subscriptions,
      Settings settings,
      InstantSource clock) {
    this.payments = payments;
    this.subscriptions = subscriptions;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What came in, less what went back, on each of the last {@value DAYS} days and at least since
   * the first of the month; every day is there, for every currency that moved.
   */
  public Map<Currency, SortedMap<LocalDate, Money>> daily() {
    ZoneId zone = zone();
    LocalDate today = today();
    LocalDate first = earlier(today.minusDays(DAYS - 1L), today.withDayOfMonth(1));
    Instant from = first.atStartOfDay(zone).toInstant();
    Instant to = today.plusDays(1).atStartOfDay(zone).toInstant();
    Map<Currency, SortedMap<LocalDate, Money>> days = new TreeMap<>(BY_CODE);
    for (Payment payment : payments.between(from, to)) {
      add(days, first, payment.amount(), LocalDate.ofInstant(payment.paidAt(), zone));
    }
    for (Repaid repaid : payments.repaidBetween(from, to)) {
      Money amount = repaid.amount().times(-1);
      add(days, first, amount, LocalDate.ofInstant(repaid.at(), zone));
    }
    return days;
  }

  /** The day it is for the seller. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone());
  }

  /** What one month brings if nothing changes, and how many subscriptions came and went. */
  public Course course() {
    Instant now = clock.instant();
    Instant before = now.minus(Duration.ofDays(DAYS));
    Tally tally = new Tally(before);
    forEach(tally::count);
    return new Course(tally.monthly, tally.byStatus, tally.liveBefore, tally.lost, tally.opened);
  }

  private void forEach(Consumer<Subscription> each) {
    long after = 0;
    do {
      Page<Subscription> page =
          subscriptions.page(Set.of(), new PageRequest(after, PageRequest.MAX_LIMIT));
      page.items().forEach(each);
      after = page.next();
    } while (after != 0);
  }

  private void add(
      Map<Currency, SortedMap<LocalDate, Money>> days,
      LocalDate first,
      Money amount,
      LocalDate day) {
    days.computeIfAbsent(amount.currency(), currency -> empty(currency, first))
        .merge(day, amount, Revenue::plus);
  }

  private SortedMap<LocalDate, Money> empty(Currency currency, LocalDate first) {
    SortedMap<LocalDate, Money> days = new TreeMap<>();
    first.datesUntil(today().plusDays(1)).forEach(day -> days.put(day, new Money(0, currency)));
    return days;
  }

  private ZoneId zone() {
    return ZoneId.of(settings.text(SettingKey.SELLER_TIME_ZONE));
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }

  private static Money plus(Money a, Money b) {
    return new Money(Math.addExact(a.minor(), b.minor()), a.currency());
  }

  /**
   * How subscriptions go.
   *
   * @param monthly what live subscriptions bring in a month, a year's price counted as a twelfth
   * @param byStatus how many there are of each state; states without any are absent
   * @param liveBefore how many were live thirty days ago
   * @param lost how many of those ended since, for good
   * @param opened how many were first paid since
   */
  public record Course(
      Map<Currency, Money> monthly,
      Map<BillingStatus, Long> byStatus,
      long liveBefore,
      long lost,
      long opened) {
    /** The share of customers lost in thirty days, 0 to 100; 0 if there were none. */
    public double churnPercent() {
      return liveBefore == 0 ? 0 : 100.0 * lost / liveBefore;
    }
  }

  private static final class Tally {
    private final Instant before;
    private final Map<Currency, Money> monthly = new TreeMap<>(BY_CODE);
    private final Map<BillingStatus, Long> byStatus = new EnumMap<>(BillingStatus.class);
    private long liveBefore;
    private long lost;
    private long opened;

    Tally(Instant before) {
      this.before = before;
    }

    void count(Subscription subscription) {
      BillingStatus status = subscription.standing().status();
      byStatus.merge(status, 1L, Long::sum);
      if (status == BillingStatus.ACTIVE || status == BillingStatus.PAST_DUE) {
        Money share = monthly(subscription);
        monthly.merge(share.currency(), share, Revenue::plus);
      }
      if (subscription.standing().lastPaidAt() != null
          && subscription.standing().endReason() != EndReason.SUPERSEDED) {
        countMovement(subscription, status);
      }
    }

    private void countMovement(Subscription subscription, BillingStatus status) {
      boolean isNew = subscription.startDate().isAfter(before);
      if (isNew && subscription.standing().predecessor() == null) {
        opened++;
      }
      Instant end = subscription.cancelledDate();
      boolean over = status == BillingStatus.ENDED || status == BillingStatus.CANCEL_SCHEDULED;
      if (!isNew && (!over || (end != null && end.isAfter(before)))) {
        liveBefore++;
        lost += over ? 1 : 0;
      }
    }

    private static Money monthly(Subscription subscription) {
      Money price = subscription.price();
      return subscription.cycle() == BillingCycle.YEARLY
          ? new Money(Math.floorDiv(price.minor() + 6, 12), price.currency())
          : price;
    }
  }
}
