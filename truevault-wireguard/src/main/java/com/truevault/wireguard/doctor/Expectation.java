package com.truevault.wireguard.doctor;

import com.truevault.peer.InterfacePlan;
import com.truevault.wireguard.system.Cidr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a tunnel should be: as the panel's list says, before the first list as setup was told.
 *
 * @param publicKey null before the first list
 * @param port 0 if nobody said
 * @param addresses empty if nobody said
 */
public record Expectation(@Nullable String publicKey, int port, List<Cidr> addresses) {
  /** Copies the addresses. */
  public Expectation {
    addresses = List.copyOf(addresses);
  }

  /** As the panel's list says. */
  static Expectation of(InterfacePlan plan) {
    return new Expectation(
        plan.publicKey().base64(), plan.port(), plan.addresses().stream().map(Cidr::of).toList());
  }
}
