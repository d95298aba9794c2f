package com.truevault.subscription;

import com.truevault.setting.SettingKey;
import com.truevault.setting.Settings;
import com.truevault.user.User;
import com.truevault.user.UserId;
import com.truevault.user.UserStatus;
import com.truevault.user.UserStore;
import com.truevault.vip.Vips;
import java.util.Optional;

/** Who may be written to about money: nobody who was erased, and no VIP. Thread-safe. */
public final class Addressees {
  private final UserStore users;
  private final Vips vips;
  private final Settings settings;

  /** Looks people up in the given store and list. */
  public Addressees(UserStore users, Vips vips, Settings settings) {
    this.users = users;
    this.vips = vips;
    this.settings = settings;
  }

  Optional<User> find(UserId id) {
    return users
        .find(id)
        .filter(user -> user.membership().status() != UserStatus.DELETED)
        .filter(user -> !isVip(user));
  }

  /** Whether the user is exempt from all that is about money. */
  boolean isVip(User user) {
    boolean isProven =
        user.emailVerified() || !settings.flag(SettingKey.VERIFIED_EMAIL_REQUIRED_FOR_VIP);
    return isProven && vips.isVip(user.email());
  }
}
