package com.truevault.device;

import java.util.List;

/**
 * Which of a user's devices a plan carries. Nobody's own switches are touched: the newest that are
 * switched on wait until the plan allows more, or until an older one is switched off.
 *
 * @param devices at least 0
 */
public record PlanLimit(int devices) {

  /** Those that may connect, oldest first. */
  public List<Device> carried(List<Device> oldestFirst) {
    return oldestFirst.stream().filter(Device::enabled).limit(devices).toList();
  }

  /** Those that are switched on and wait, oldest first. */
  public List<Device> waiting(List<Device> oldestFirst) {
    return oldestFirst.stream().filter(Device::enabled).skip(devices).toList();
  }
}
