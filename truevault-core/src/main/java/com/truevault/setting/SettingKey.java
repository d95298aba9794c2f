package com.truevault.setting;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Every setting there is, with its group, type and rule. The rows carry value and description. */
public enum SettingKey {
  SITE_NAME(Group.SITE, Rules.line(1, 60)),
  SITE_TAGLINE(Group.SITE, Rules.line(0, 120)),
  ADMIN_EMAIL(Group.SITE, Rules.email()),
  FROM_EMAIL(Group.MAIL, Rules.email()),
  SUPPORT_EMAIL(Group.SITE, Rules.email()),
  PAYPAL_CLIENT_ID(Group.PAYMENT, Rules.line(0, 200)),
  PAYPAL_SECRET(Group.PAYMENT, Rules.secret()),
  PAYPAL_MODE(Group.PAYMENT, Rules.oneOf("sandbox", "live")),
  MAX_DEVICES_PERSONAL(Group.PLANS, Rules.number(1, 998)),
  MAX_DEVICES_FAMILY(Group.PLANS, Rules.number(1, 998)),
  MAX_DEVICES_BUSINESS(Group.PLANS, Rules.number(1, 998)),
  ADDRESS_POOL_V4(
      Group.NETWORK,
      Rules.pattern("10(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){2}\\.0/(8|9|1\\d|2[0-4])")),
  ADDRESS_POOL_V6(Group.NETWORK, Rules.pattern("fd[0-9a-f]{2}(:[0-9a-f]{1,4}){1,3}::/64")),
  DEFAULT_DNS(Group.NETWORK, Rules.oneOf("cloudflare", "google", "quad9", "adguard")),
  DEFAULT_MTU(Group.NETWORK, Rules.number(1280, 1500)),
  DEFAULT_KEEPALIVE(Group.NETWORK, Rules.number(0, 60)),
  SPLIT_TUNNEL_ALLOWED(Group.NETWORK, Rules.flag()),
  SESSION_DAYS(Group.SECURITY, Rules.number(1, 30)),
  SIGN_IN_CODE_REQUIRED_FOR_ADMINS(Group.SECURITY, Rules.flag()),
  VERIFIED_EMAIL_REQUIRED_FOR_VIP(Group.SECURITY, Rules.flag()),
  SMTP_HOST(Group.MAIL, Rules.pattern("|[A-Za-z0-9.:-]{1,253}")),
  SMTP_PORT(Group.MAIL, Rules.number(1, 65535)),
  SMTP_SECURITY(Group.MAIL, Rules.oneOf("starttls", "tls", "none")),
  SMTP_USER(Group.MAIL, Rules.line(0, 200)),
  SMTP_PASSWORD(Group.MAIL, Rules.secret()),
  FOREIGN_PEERS_REMOVED(Group.NETWORK, Rules.flag()),
  ALARM_EMAIL(Group.MAIL, Rules.email()),
  HEALTH_CHECK_MINUTES(Group.NETWORK, Rules.number(0, 60)),
  HEALTH_RETENTION_DAYS(Group.NETWORK, Rules.number(90, 3650)),
  TRAFFIC_RETENTION_DAYS(Group.NETWORK, Rules.number(1, 730)),
  PAYPAL_WEBHOOK_ID(Group.PAYMENT, Rules.pattern("[A-Za-z0-9_-]{0,64}")),
  GRACE_DAYS(Group.BILLING, Rules.number(1, 60)),
  END_DAYS(Group.BILLING, Rules.number(2, 90)),
  DUNNING_MAIL_DAYS(Group.BILLING, Rules.pattern("(\\d{1,2}(,\\d{1,2}){0,9})?")),
  WITHDRAWAL_DAYS(Group.BILLING, Rules.number(0, 60)),
  SELLER_NAME(Group.INVOICE, Rules.line(0, 120)),
  SELLER_ADDRESS(Group.INVOICE, Rules.line(0, 300)),
  SELLER_TAX_ID(Group.INVOICE, Rules.line(0, 60)),
  SELLER_TIME_ZONE(Group.INVOICE, Rules.timeZone()),
  TAX_RATE(Group.INVOICE, Rules.pattern("\\d{1,2}(\\.\\d{1,2})?")),
  TAX_INCLUSIVE(Group.INVOICE, Rules.flag()),
  INVOICE_NOTE(Group.INVOICE, Rules.line(0, 300));

  private final Group group;
  private final Rule rule;

  SettingKey(Group group, Rule rule) {
    this.group = group;
    this.rule = rule;
  }

  /** The key as it stands in the table, such as {@code site_name}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Where an administrator finds it. */
  public Group group() {
    return group;
  }

  /** How its text is to be read. */
  public SettingType type() {
    return rule.type();
  }

  /** Whether it can be written but never read back. */
  public boolean isSecret() {
    return rule.secret();
  }

  /** Whether it stays as it is once the first device was given addresses by it. */
  public boolean isFixedByDevices() {
    return this == ADDRESS_POOL_V4 || this == ADDRESS_POOL_V6;
  }

  /** The setting of that key. */
  public static Optional<SettingKey> of(String key) {
    return Arrays.stream(values()).filter(setting -> setting.key().equals(key)).findFirst();
  }

  /**
   * The value as it is to be kept.
   *
   * @throws TrueVaultException INVALID if it breaks the setting's rule
   */
  public String check(String value) {
    try {
      return rule.check().apply(value);
    } catch (IllegalArgumentException e) {
      throw new TrueVaultException(
          ErrorKind.INVALID, "setting-invalid", "setting " + key() + " " + e.getMessage(), e);
    }
  }

  /** Where settings stand on the administrator's page. */
  public enum Group {
    SITE,
    PLANS,
    PAYMENT,
    BILLING,
    INVOICE,
    MAIL,
    NETWORK,
    SECURITY
  }

  record Rule(SettingType type, boolean secret, UnaryOperator<String> check) {}
}
