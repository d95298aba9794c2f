package com.truevault.peer;

import com.truevault.device.AddressPlan;
import com.truevault.server.Server;
import com.truevault.setting.SettingKey;
import com.truevault.setting.Settings;
import com.truevault.wireguard.AddressPool;
import java.util.List;

/** What the settings have to say about lists. */
public record ListTerms(Settings settings, AddressPlan addresses) {

  InterfacePlan plan(Server server) {
    AddressPool pool = addresses.pool();
    return new InterfacePlan(
        server.publicKey(),
        server.endpoint().port(),
        List.of(pool.server().ipv4() + "/" + pool.prefixLength(), pool.server().ipv6() + "/64"),
        settings.number(SettingKey.DEFAULT_MTU));
  }

  boolean removesForeign() {
    return settings.flag(SettingKey.FOREIGN_PEERS_REMOVED);
  }

  /** Changes when anybody's entitlement may. */
  boolean asksVipsForProof() {
    return settings.flag(SettingKey.VERIFIED_EMAIL_REQUIRED_FOR_VIP);
  }
}
