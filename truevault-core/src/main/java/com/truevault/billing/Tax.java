package com.truevault.billing;

import com.truevault.setting.SettingKey;
import com.truevault.setting.Settings;
import java.math.BigDecimal;

/**
 * The tax on what is sold.
 *
 * @param rate in hundredths of a percent, so 1900 is 19 %; 0 to 9999
 * @param inclusive whether listed prices hold it already; else it is added to them
 */
public record Tax(int rate, boolean inclusive) {
  private static final long WHOLE = 10_000;

  /** As the operator set it. */
  public static Tax of(Settings settings) {
    return new Tax(
        new BigDecimal(settings.text(SettingKey.TAX_RATE)).movePointRight(2).intValueExact(),
        settings.flag(SettingKey.TAX_INCLUSIVE));
  }

  /** What a customer pays for a listed price. */
  public Money due(Money listed) {
    return inclusive
        ? listed
        : new Money(
            halfUp(Math.multiplyExact(listed.minor(), WHOLE + rate), WHOLE), listed.currency());
  }

  /** The two parts of what a customer paid or got back; rounded once, half a unit up. */
  public Split part(Money gross) {
    Money net =
        new Money(halfUp(Math.multiplyExact(gross.minor(), WHOLE), WHOLE + rate), gross.currency());
    return new Split(net, gross.minus(net));
  }

  private static long halfUp(long dividend, long divisor) {
    return Math.floorDiv(Math.addExact(Math.multiplyExact(dividend, 2), divisor), 2 * divisor);
  }

  /** An amount without tax, and the tax. */
  public record Split(Money net, Money tax) {}
}
