package com.truevault.peer;

import com.truevault.peer.NodeKey.Purpose;
import java.time.Instant;
import java.util.Optional;

/** The keys of this installation, one for each purpose. */
public interface NodeKeyStore {

  /** The key of that purpose; absent until it was made. */
  Optional<NodeKey> find(Purpose purpose);

  /** Adds a key; its purpose has none yet. */
  void add(NodeKey key, Instant at);
}
