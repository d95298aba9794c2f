package com.truevault.device;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.setting.SettingKey;
import com.truevault.setting.Settings;
import com.truevault.wireguard.AddressPool;
import com.truevault.wireguard.TunnelAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Gives addresses out and takes them back. A freed address rests for a day, so that no packet meant
 * for its last owner reaches the next. Safe for use by many threads.
 */
public final class AddressPlan {
  private static final Duration REST = Duration.ofHours(24);
  private static final double WARNING_SHARE = 0.8;

  private final AddressStore store;
  private final Settings settings;
  private final InstantSource clock;

  /** Counts in the given store. */
  public AddressPlan(AddressStore store, Settings settings, InstantSource clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  /** The pool as the settings have it. */
  public AddressPool pool() {
    return new AddressPool(
        settings.text(SettingKey.ADDRESS_POOL_V4), settings.text(SettingKey.ADDRESS_POOL_V6));
  }

  /** How full the pool is. */
  public Use use() {
    return new Use(store.used(clock.instant()), pool().capacity());
  }

  TunnelAddress allocate() {
    AddressPool pool = pool();
    int offset =
        store
            .allocate(clock.instant(), pool.end())
            .orElseThrow(
                () ->
                    new TrueVaultException(
                        ErrorKind.LIMIT_REACHED,
                        "addresses-exhausted",
                        "all "
                            + pool.capacity()
                            + " addresses are in use; please write to support"));
    return pool.address(offset);
  }

  void release(TunnelAddress address) {
    Instant freeAt = clock.instant().plus(REST);
    store.release(address.offset(), freeAt);
  }

  /**
   * How full the pool is.
   *
   * @param used in use or resting
   * @param capacity how many there are
   */
  public record Use(int used, int capacity) {
    /** Whether a larger pool should be planned: four fifths are gone. */
    public boolean isNearlyFull() {
      return used >= capacity * WARNING_SHARE;
    }
  }
}
