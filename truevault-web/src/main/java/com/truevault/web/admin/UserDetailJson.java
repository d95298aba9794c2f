package com.truevault.web.admin;

import com.truevault.TrueVault;
import com.truevault.user.User;
import com.truevault.web.billing.SubscriptionJson;
import com.truevault.web.device.DeviceJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything support needs about one user. */
public record UserDetailJson(
    UserJson user,
    WhyJson entitlement,
    @Nullable SubscriptionJson subscription,
    List<DeviceJson> devices) {

  static UserDetailJson of(TrueVault vault, User user) {
    return new UserDetailJson(
        UserJson.from(user),
        WhyJson.from(vault.entitlements().of(user)),
        vault.subscriptions().current(user).map(SubscriptionJson::from).orElse(null),
        vault.devices().of(user).stream().map(DeviceJson::from).toList());
  }
}
