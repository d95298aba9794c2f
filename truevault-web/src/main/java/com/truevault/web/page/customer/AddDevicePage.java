package com.truevault.web.page.customer;

import java.util.List;

/**
 * The one form between wanting a device and having it.
 *
 * @param devices those there are, so that one can make room
 */
public record AddDevicePage(List<ServerChoice> servers, Room room, List<DeviceCard> devices) {
  /** Whether no server can be chosen now. */
  public boolean isClosed() {
    return servers.stream().allMatch(ServerChoice::closed);
  }
}
