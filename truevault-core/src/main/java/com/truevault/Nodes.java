package com.truevault;

import com.truevault.agent.AgentReports;
import com.truevault.agent.Agents;
import com.truevault.agent.EnrolmentTokens;
import com.truevault.agent.SightingSink;
import com.truevault.device.AddressPlan;
import com.truevault.outbox.Effects;
import com.truevault.outbox.Relay;
import com.truevault.peer.ListTerms;
import com.truevault.peer.NodeKeys;
import com.truevault.peer.PeerChangeNotes;
import com.truevault.peer.PeerLists;
import com.truevault.peer.PeerSources;
import com.truevault.secret.SecretBox;
import com.truevault.server.Servers;
import com.truevault.setting.Settings;

/** The use cases around the agents of the servers. */
record Nodes(NodeKeys keys, PeerLists lists, Agents agents, AgentReports reports) {

  static Nodes of(Storage storage, PeerSources sources, Tools tools, SightingSink sink) {
    Effects effects = tools.effects();
    NodeKeys keys = new NodeKeys(storage.nodeKeys(), tools.box(), tools.addresses(), effects);
    PeerLists lists =
        new PeerLists(
            new PeerLists.Stores(storage.peerLists(), storage.servers(), storage::folderGeneration),
            sources,
            new ListTerms(tools.settings(), tools.addresses()),
            keys,
            effects);
    EnrolmentTokens tokens = new EnrolmentTokens(tools.box(), effects.random(), effects::now);
    return new Nodes(
        keys,
        lists,
        new Agents(storage.agents(), tokens, tools.servers(), effects),
        new AgentReports(storage.agents(), storage.devices(), lists, sink, effects));
  }

  static void handle(Relay relay, Storage storage, Effects effects) {
    PeerChangeNotes.all(storage.peerLists(), storage.users(), effects::now).forEach(relay::handle);
  }

  record Tools(
      Settings settings, SecretBox box, AddressPlan addresses, Servers servers, Effects effects) {}
}
