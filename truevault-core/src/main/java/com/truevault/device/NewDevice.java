package com.truevault.device;

import com.truevault.server.ServerKey;
import com.truevault.text.PlainText;
import com.truevault.wireguard.PublicKey;

/** A device as somebody asks for it. */
public record NewDevice(
    String name,
    DeviceType type,
    OperatingSystem operatingSystem,
    PublicKey publicKey,
    ServerKey server) {
  /** The longest name. */
  public static final int MAX_NAME = 50;

  /** Trims and checks the name. */
  public NewDevice {
    name = PlainText.line("name", name, MAX_NAME);
  }
}
