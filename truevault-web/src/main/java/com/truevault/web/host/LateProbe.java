package com.truevault.web.host;

import com.truevault.health.Probe;
import com.truevault.health.ProbeResult;
import com.truevault.health.ProbeTarget;
import com.truevault.server.ServerKey;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A probe that is made when it is first needed, for who it is rests in the vault it serves. */
final class LateProbe implements Probe {
  private final Supplier<Probe> make;
  private @Nullable Probe made;

  LateProbe(Supplier<Probe> make) {
    this.make = make;
  }

  @Override
  public Map<ServerKey, ProbeResult> probe(List<ProbeTarget> targets) {
    return made().probe(targets);
  }

  private synchronized Probe made() {
    Probe known = made;
    if (known == null) {
      known = make.get();
      made = known;
    }
    return known;
  }
}
