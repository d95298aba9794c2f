package com.truevault.web.device;

import com.truevault.traffic.Bytes;

/**
 * How many bytes were carried.
 *
 * @param received by the device
 * @param sent by the device
 */
public record BytesJson(long received, long sent) {
  static BytesJson from(Bytes bytes) {
    return new BytesJson(bytes.down(), bytes.up());
  }
}
