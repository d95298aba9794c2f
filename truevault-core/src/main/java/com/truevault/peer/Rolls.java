package com.truevault.peer;

import com.truevault.server.Server;
import com.truevault.wireguard.Peer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One roll for each audience, made anew when somebody in it changed. Not thread-safe. */
final class Rolls {
  private final Roster roster;
  private final Map<Audience, Roll> known = new HashMap<>();

  Rolls(Roster roster) {
    this.roster = roster;
  }

  /** The roll of each server, none made twice. */
  Map<Server, Roll> of(List<Server> servers, Peer probe) {
    List<Member> changed = roster.takeChanged();
    Map<Audience, Server> audiences = new HashMap<>();
    servers.forEach(server -> audiences.putIfAbsent(Audience.of(server), server));
    known.keySet().retainAll(audiences.keySet());
    audiences.forEach(
        (audience, server) -> {
          if (changed.stream().anyMatch(member -> member.mayUse(server))) {
            known.remove(audience);
          }
        });
    Map<Server, Roll> rolls = new HashMap<>();
    for (Server server : servers) {
      rolls.put(
          server, known.computeIfAbsent(Audience.of(server), audience -> roll(server, probe)));
    }
    return rolls;
  }

  private Roll roll(Server server, Peer probe) {
    return Roll.of(
        Stream.concat(
            Stream.of(probe),
            roster.members().stream()
                .filter(member -> member.mayUse(server))
                .flatMap(member -> member.peers().stream())));
  }
}
