package com.truevault.web.device;

import com.truevault.traffic.Period;
import com.truevault.traffic.Usage;
import java.time.Instant;
import java.util.List;

/**
 * What a device carried over a period.
 *
 * @param total all of it
 * @param amounts one for each hour of a day, or for each day of a week or month, in UTC, oldest
 *     first
 */
public record DeviceTrafficJson(Period period, BytesJson total, List<AmountJson> amounts) {

  static DeviceTrafficJson from(Usage usage) {
    return new DeviceTrafficJson(
        usage.period(),
        BytesJson.from(usage.total()),
        usage.amounts().stream().map(AmountJson::from).toList());
  }

  /** What one hour or day has. */
  public record AmountJson(Instant startsAt, long received, long sent) {
    static AmountJson from(Usage.Amount amount) {
      return new AmountJson(amount.startsAt(), amount.bytes().down(), amount.bytes().up());
    }
  }
}
