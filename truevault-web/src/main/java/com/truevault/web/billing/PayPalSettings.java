package com.truevault.web.billing;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.paypal.CheckoutPages;
import com.truevault.paypal.PayPalAccount;
import com.truevault.paypal.PayPalCredentials;
import com.truevault.paypal.PayPalEnvironment;
import com.truevault.setting.SettingKey;
import com.truevault.setting.Settings;
import java.net.URI;
import java.util.function.Function;
import java.util.function.Supplier;

/** What an administrator set about PayPal, as it is at the moment of asking. Thread-safe. */
public final class PayPalSettings {
  private final Supplier<Settings> settings;
  private final Function<String, PayPalEnvironment> environments;
  private final String site;

  /**
   * Reads those settings.
   *
   * @param settings asked late: the vault itself is made with what needs this
   * @param environments the world of each mode
   * @param site scheme and host of the site, without a slash at the end
   */
  public PayPalSettings(
      Supplier<Settings> settings, Function<String, PayPalEnvironment> environments, String site) {
    this.settings = settings;
    this.environments = environments;
    this.site = site;
  }

  /**
   * Whose calls are made.
   *
   * @throws TrueVaultException UNAVAILABLE if nobody's: client id or secret is not set
   */
  public PayPalAccount account() {
    PayPalAccount account = receiver();
    PayPalCredentials app = account.credentials();
    if (app.clientId().isEmpty() || app.secret().isEmpty()) {
      throw new TrueVaultException(
          ErrorKind.UNAVAILABLE,
          "payments-not-configured",
          "payments are not set up on this site yet; please write to support");
    }
    return account;
  }

  /** Whose deliveries are taken in, whether or not calls can be made. */
  public PayPalAccount receiver() {
    Settings now = settings.get();
    return new PayPalAccount(
        environments.apply(now.text(SettingKey.PAYPAL_MODE)),
        new PayPalCredentials(
            now.text(SettingKey.PAYPAL_CLIENT_ID), now.secret(SettingKey.PAYPAL_SECRET)),
        now.text(SettingKey.PAYPAL_WEBHOOK_ID));
  }

  /** What PayPal shows to a customer, and where it sends them back. */
  public CheckoutPages pages() {
    return new CheckoutPages(
        settings.get().text(SettingKey.SITE_NAME),
        URI.create(site + "/plan/thanks"),
        URI.create(site + "/plan/not-approved"));
  }
}
