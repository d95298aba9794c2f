package com.truevault.web.admin.money;

import com.truevault.billing.Money;
import com.truevault.subscription.Revenue;
import com.truevault.web.billing.MoneyJson;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the business earns.
 *
 * @param today what came in today less what went back, each currency for itself
 * @param week the same for seven days
 * @param month the same since the first of the month
 * @param monthly what live subscriptions bring in a month
 * @param churnPercent share of customers lost in thirty days
 */
public record RevenueJson(
    List<MoneyJson> today,
    List<MoneyJson> week,
    List<MoneyJson> month,
    List<MoneyJson> monthly,
    double churnPercent,
    Map<String, Long> subscriptions) {

  static RevenueJson from(Revenue revenue) {
    var daily = revenue.daily().values();
    LocalDate today = revenue.today();
    Revenue.Course course = revenue.course();
    Map<String, Long> counts = new TreeMap<>();
    course
        .byStatus()
        .forEach((status, count) -> counts.put(status.name().toLowerCase(Locale.ROOT), count));
    return new RevenueJson(
        since(daily, today),
        since(daily, today.minusDays(6)),
        since(daily, today.withDayOfMonth(1)),
        course.monthly().values().stream().map(MoneyJson::from).toList(),
        course.churnPercent(),
        counts);
  }

  private static List<MoneyJson> since(
      Collection<SortedMap<LocalDate, Money>> currencies, LocalDate day) {
    return currencies.stream()
        .map(days -> days.tailMap(day).values())
        .flatMap(amounts -> amounts.stream().reduce(Money::plus).stream())
        .map(MoneyJson::from)
        .toList();
  }
}
