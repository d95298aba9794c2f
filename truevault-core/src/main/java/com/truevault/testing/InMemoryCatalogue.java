package com.truevault.testing;

import com.truevault.setting.Setting;
import com.truevault.setting.SettingKey;
import com.truevault.theme.ThemeElement;
import com.truevault.theme.ThemeKey;
import java.time.Instant;
import java.util.List;

/** The rows of a fresh installation, as the catalogue scripts of the database folder have them. */
final class InMemoryCatalogue {
  private InMemoryCatalogue() {}

  static List<Setting> settings() {
    return List.of(
        setting(SettingKey.SITE_NAME, "TrueVault VPN", "Website name"),
        setting(SettingKey.SITE_TAGLINE, "Your Complete Digital Fortress", "Tagline"),
        setting(
            SettingKey.ADMIN_EMAIL,
            "",
            "Address of the operator, for the record; nothing is sent to it"),
        setting(SettingKey.FROM_EMAIL, "noreply@example.com", "Sender of outgoing e-mail"),
        setting(SettingKey.PAYPAL_CLIENT_ID, "", "PayPal client id, supplied by the operator"),
        setting(SettingKey.PAYPAL_SECRET, "", "PayPal secret, supplied by the operator"),
        setting(SettingKey.PAYPAL_MODE, "sandbox", "PayPal mode (sandbox or live)"),
        setting(SettingKey.MAX_DEVICES_PERSONAL, "3", "Devices allowed on the personal plan"),
        setting(SettingKey.MAX_DEVICES_FAMILY, "10", "Devices allowed on the family plan"),
        setting(SettingKey.MAX_DEVICES_BUSINESS, "50", "Devices allowed on the business plan"),
        setting(
            SettingKey.ADDRESS_POOL_V4, "10.8.0.0/14", "IPv4 pool the device addresses come from"),
        setting(
            SettingKey.ADDRESS_POOL_V6,
            "",
            "IPv6 ULA prefix of the device addresses, made at install"),
        setting(
            SettingKey.DEFAULT_DNS,
            "cloudflare",
            "DNS choice of new devices (cloudflare, google, quad9 or adguard)"),
        setting(SettingKey.DEFAULT_MTU, "1420", "MTU of new devices (1280 to 1500)"),
        setting(
            SettingKey.DEFAULT_KEEPALIVE,
            "25",
            "Keepalive of new devices in seconds (0 to 60, 0 is off)"),
        setting(
            SettingKey.SPLIT_TUNNEL_ALLOWED, "true", "Whether users may choose the split tunnel"),
        setting(SettingKey.SESSION_DAYS, "7", "Days a session lasts"),
        setting(
            SettingKey.SIGN_IN_CODE_REQUIRED_FOR_ADMINS,
            "false",
            "Whether administrators must sign in with a second factor"),
        setting(
            SettingKey.VERIFIED_EMAIL_REQUIRED_FOR_VIP,
            "true",
            "Whether VIP access and dedicated servers wait until the e-mail address is confirmed"),
        setting(
            SettingKey.SMTP_HOST,
            "",
            "Name of your mail server; while it is empty, mails are handed over as files"),
        setting(SettingKey.SMTP_PORT, "587", "Port of your mail server"),
        setting(SettingKey.SMTP_USER, "", "User at your mail server; empty if it asks for none"),
        setting(SettingKey.SMTP_PASSWORD, "", "Password at your mail server"),
        setting(
            SettingKey.SUPPORT_EMAIL, "", "Address shown to users who need help; empty shows none"),
        setting(
            SettingKey.FOREIGN_PEERS_REMOVED,
            "false",
            "Whether peers that nobody here knows are removed from the servers; else they are reported"),
        setting(
            SettingKey.ALARM_EMAIL,
            "",
            "Address that alarms about servers are sent to; empty sends them to every administrator"),
        setting(
            SettingKey.HEALTH_CHECK_MINUTES,
            "5",
            "Minutes between two checks of a server (1 to 60; 0 switches checks off)"),
        setting(
            SettingKey.HEALTH_RETENTION_DAYS,
            "400",
            "Days that daily health figures are kept (90 to 3650)"),
        setting(
            SettingKey.TRAFFIC_RETENTION_DAYS,
            "90",
            "Days that traffic of single devices is kept (1 to 730)"),
        setting(
            SettingKey.PAYPAL_WEBHOOK_ID,
            "",
            "What PayPal calls our webhook; paypal setup fills it in"),
        setting(
            SettingKey.GRACE_DAYS, "11", "Days of access after the first failed renewal (1 to 60)"),
        setting(
            SettingKey.END_DAYS,
            "30",
            "Days after the first failed renewal until the subscription ends (2 to 90)"),
        setting(
            SettingKey.DUNNING_MAIL_DAYS,
            "0,3,7,10",
            "Days after the first failed renewal on which reminders go out, rising"),
        setting(
            SettingKey.WITHDRAWAL_DAYS,
            "14",
            "Days after the first payment in which customers may withdraw (0 to 60; 0 switches it off)"),
        setting(SettingKey.SELLER_NAME, "", "Who sells, as it stands on invoices"),
        setting(
            SettingKey.SELLER_ADDRESS,
            "",
            "Address of the seller on invoices; parts separated by semicolons"),
        setting(SettingKey.SELLER_TAX_ID, "", "Tax number of the seller on invoices"),
        setting(
            SettingKey.SELLER_TIME_ZONE,
            "UTC",
            "Time zone of the seller, which decides the date of an invoice"),
        setting(SettingKey.TAX_RATE, "0", "Tax in percent, with at most two decimals"),
        setting(
            SettingKey.TAX_INCLUSIVE,
            "true",
            "Whether prices hold the tax already; else it is added to them"),
        setting(
            SettingKey.SMTP_SECURITY,
            "starttls",
            "How the way to your mail server is protected: starttls, tls from the first byte (port 465),"
                + " or none"),
        setting(SettingKey.INVOICE_NOTE, "", "A line at the foot of each invoice"));
  }

  static List<ThemeElement> theme() {
    return List.of(
        element(ThemeKey.PRIMARY_COLOR, "colors", "Primary brand color (cyan)"),
        element(ThemeKey.SECONDARY_COLOR, "colors", "Secondary brand color (green)"),
        element(ThemeKey.BACKGROUND_COLOR, "colors", "Dark background"),
        element(ThemeKey.TEXT_COLOR, "colors", "Main text color"),
        element(ThemeKey.LINK_COLOR, "colors", "Link color"),
        element(ThemeKey.FONT_FAMILY, "typography", "Main font"),
        element(ThemeKey.HEADING_FONT, "typography", "Heading font"),
        element(ThemeKey.BASE_FONT_SIZE, "typography", "Base font size"),
        element(ThemeKey.BUTTON_RADIUS, "buttons", "Button border radius"),
        element(ThemeKey.BUTTON_PADDING, "buttons", "Button padding"),
        element(ThemeKey.CONTAINER_MAX_WIDTH, "spacing", "Max container width"),
        element(ThemeKey.SECTION_PADDING, "spacing", "Section padding"));
  }

  private static Setting setting(SettingKey key, String value, String description) {
    return new Setting(key.key(), value, description, Instant.EPOCH);
  }

  private static ThemeElement element(ThemeKey key, String category, String description) {
    return new ThemeElement(key.key(), key.standard(), category, description, Instant.EPOCH);
  }
}
