package com.truevault.web.mail;

import com.truevault.setting.SettingKey;
import com.truevault.setting.Settings;

/**
 * Who mails come from.
 *
 * @param address empty if the operator named none
 * @param name such as that of the site
 */
public record Sender(String address, String name) {

  /** The sender as the settings have it now. */
  public static Sender of(Settings settings) {
    return new Sender(settings.text(SettingKey.FROM_EMAIL), settings.text(SettingKey.SITE_NAME));
  }

  /** What stands behind the at sign. */
  String domain() {
    return address.substring(address.indexOf('@') + 1);
  }
}
