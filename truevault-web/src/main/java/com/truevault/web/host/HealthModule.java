package com.truevault.web.host;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.truevault.TrueVault;
import com.truevault.health.Probe;
import com.truevault.health.ProbeIdentity;
import com.truevault.peer.ProbeKey;
import com.truevault.wireguard.probe.HandshakeProbe;
import com.truevault.wireguard.probe.Pace;
import java.security.SecureRandom;
import java.time.InstantSource;

/** What looks at the servers: handshakes as a peer of its own. */
public final class HealthModule extends AbstractModule {
  @Provides
  @Singleton
  Probe probe(Provider<TrueVault> vault, InstantSource clock, SecureRandom random) {
    return new LateProbe(
        () ->
            new HandshakeProbe(
                identity(vault.get().nodeKeys().probe()),
                clock,
                System::nanoTime,
                random,
                Pace.STANDARD));
  }

  private static ProbeIdentity identity(ProbeKey key) {
    return new ProbeIdentity(key.privateKey(), key.presharedKey(), key.address().ipv4());
  }
}
