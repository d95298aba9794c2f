package com.truevault.benchmarks;

import com.truevault.benchmarks.PeerWatch.Expectation;
import com.truevault.device.Device;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A customer who switches a device off and on, then adds one and removes it, over and over. */
final class DeviceSwitch {
  private static final String DEVICES = "/api/v1/devices";
  private static final Pattern ID = Pattern.compile("\"deviceId\":\"([^\"]+)\"");

  private final ApiCaller caller;
  private final Device device;
  private final Keys keys;
  private Added added = new Added("", "");
  private int changes;

  /**
   * Begins with the device switched on.
   *
   * @param keys for the devices that are added
   */
  DeviceSwitch(ApiCaller caller, Device device, Keys keys) {
    this.caller = caller;
    this.device = device;
    this.keys = keys;
  }

  private record Added(String id, String publicKey) {}

  /** Makes the next change; returns what interfaces have to show from the answer on. */
  Expectation next() throws IOException, InterruptedException {
    return switch (changes++ % 4) {
      case 0 -> turn("disabled", false);
      case 1 -> turn("active", true);
      case 2 -> add();
      default -> remove();
    };
  }

  private Expectation turn(String status, boolean isOn) throws IOException, InterruptedException {
    caller.call("PATCH", DEVICES + "/" + device.id(), "{\"status\":\"" + status + "\"}");
    return new Expectation(device.publicKey().base64(), isOn, System.nanoTime());
  }

  private Expectation add() throws IOException, InterruptedException {
    String key = keys.next().base64();
    String answer =
        caller.call(
            "POST",
            DEVICES,
            """
            {"name":"Tablet","type":"mobile","operatingSystem":"Android","publicKey":"%s",
             "server":"%s"}
            """
                .formatted(key, Shop.SERVER));
    long since = System.nanoTime();
    Matcher id = ID.matcher(answer);
    if (!id.find()) {
      throw new IOException("adding a device was answered " + answer);
    }
    added = new Added(id.group(1), key);
    return new Expectation(key, true, since);
  }

  private Expectation remove() throws IOException, InterruptedException {
    caller.call("DELETE", DEVICES + "/" + added.id(), "");
    return new Expectation(added.publicKey(), false, System.nanoTime());
  }
}
