package com.truevault.device;

import com.truevault.server.ServerKey;
import com.truevault.user.UserId;
import com.truevault.wireguard.PublicKey;
import com.truevault.wireguard.TunnelName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Devices. Public keys and addresses are unique; names and tunnel names are, per user. */
public interface DeviceStore {

  /**
   * Adds a device.
   *
   * @throws PublicKeyTakenException if the key is in use
   */
  void add(Device device, Instant at);

  /** The device of that id. */
  Optional<Device> find(DeviceId id);

  /** A user's devices, oldest first. */
  List<Device> ofUser(UserId user);

  /**
   * What a user's devices are called, oldest first: all that adding one more has to know of them.
   */
  List<Naming> namesOf(UserId user);

  /**
   * Users who have devices, by ascending id.
   *
   * @param after the last user already seen; 0 to begin
   */
  List<UserId> owners(long after, int limit);

  /** The number of the device added last, of those that are there; 0 if there is none. */
  long newest();

  /**
   * Who added devices since: whoever keeps up with them need not be told, so that adding a device
   * costs one commit.
   *
   * @param after {@link #newest}, or the last number already seen
   */
  List<Addition> additions(long after, int limit);

  /** The device of that key. */
  Optional<Device> findByKey(PublicKey key);

  /** How many devices each server has; servers without any are absent. */
  Map<ServerKey, Long> countByServer();

  /** How many devices there are. */
  long count();

  /**
   * Replaces a device; false if there is none of its id.
   *
   * @throws PublicKeyTakenException if the new key is in use
   */
  boolean update(Device device, Instant at);

  /** Removes a device with its configurations; false if there was none. */
  boolean remove(DeviceId id);

  /** Notes that a key must never be used again. */
  void retire(PublicKey key, Instant at);

  /** Whether a key was retired. */
  boolean isRetired(PublicKey key);

  /**
   * That a user added a device.
   *
   * @param number higher than that of any device added before
   */
  record Addition(long number, UserId user) {}

  /** The two names of a device: for its user, and for the interface. */
  record Naming(String name, TunnelName tunnel) {
    /** The names of that device. */
    public static Naming of(Device device) {
      return new Naming(device.profile().name(), device.tunnelName());
    }
  }
}
