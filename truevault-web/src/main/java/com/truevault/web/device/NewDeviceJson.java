package com.truevault.web.device;

import com.truevault.device.DeviceType;
import com.truevault.device.NewDevice;
import com.truevault.server.ServerKey;
import com.truevault.wireguard.PublicKey;

/**
 * A device as its user describes it.
 *
 * @param operatingSystem iOS, Android, Windows, Mac, Linux or Unknown
 * @param publicKey 32 bytes in base64; the private key stays where it was made
 * @param server the key of a server that the user may use
 */
public record NewDeviceJson(
    String name, DeviceType type, String operatingSystem, String publicKey, String server) {

  NewDevice device() {
    return new NewDevice(
        name,
        type,
        SystemLabel.read(operatingSystem),
        new PublicKey(publicKey),
        new ServerKey(server));
  }
}
