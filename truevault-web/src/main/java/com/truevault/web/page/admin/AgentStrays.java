package com.truevault.web.page.admin;

import com.truevault.TrueVault;
import com.truevault.agent.Delivery.Differences;
import com.truevault.device.Device;
import com.truevault.user.User;
import com.truevault.web.page.Messages;
import com.truevault.web.page.admin.AgentCard.Stray;
import com.truevault.web.page.admin.AgentCard.Strays;
import com.truevault.wireguard.PublicKey;
import java.util.List;
import java.util.stream.Stream;

/** Names the peers of a server that are not as they should be, with whose they are. */
record AgentStrays(TrueVault vault, Messages messages) {
  private static final int MOST_NAMED = 20;

  List<Strays> of(Differences differences) {
    return Stream.of(
            strays("off", differences.paidButOff()),
            strays("on", differences.unpaidButOn()),
            strays("foreign", differences.foreign()))
        .filter(strays -> !strays.peers().isEmpty())
        .toList();
  }

  private Strays strays(String kind, List<PublicKey> keys) {
    String base = "agent.strays." + kind;
    return new Strays(
        messages.text(base),
        messages.text(base + ".text"),
        keys.stream().limit(MOST_NAMED).map(key -> stray(kind, key)).toList(),
        Math.max(0, keys.size() - MOST_NAMED));
  }

  private Stray stray(String kind, PublicKey key) {
    return vault.devices().findByKey(key).map(this::ofDevice).orElseGet(() -> other(kind, key));
  }

  private Stray ofDevice(Device device) {
    String name = device.profile().name();
    String key = device.publicKey().base64();
    return vault
        .users()
        .find(device.user())
        .map(user -> new Stray(name, user.email().typed(), href(user, device), key))
        .orElseGet(() -> new Stray(name, "", "", key));
  }

  private Stray other(String kind, PublicKey key) {
    String name =
        key.equals(vault.nodeKeys().probe().publicKey())
            ? "agent.stray.probe"
            : kind.equals("foreign") ? "agent.stray.foreign" : "agent.stray.gone";
    return new Stray(messages.text(name), "", "", key.base64());
  }

  private static String href(User user, Device device) {
    return "/admin/users/" + user.publicId() + "#device-" + device.id();
  }
}
