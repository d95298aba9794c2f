package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.peer.NodeKey;
import com.truevault.peer.NodeKey.Purpose;
import com.truevault.peer.NodeKeyStore;
import com.truevault.sqlite.file.SqliteFile;
import java.time.Instant;
import java.util.Optional;

final class SqliteNodeKeyStore implements NodeKeyStore {
  private final SqliteFile servers;

  SqliteNodeKeyStore(SqliteFile servers) {
    this.servers = servers;
  }

  @Override
  public Optional<NodeKey> find(Purpose purpose) {
    return servers.find(
        """
        select purpose, public_key, private_key, preshared_key
          from node_keys
         where purpose = :purpose
        """,
        bind("purpose", purpose),
        row ->
            new NodeKey(
                row.constant("purpose", Purpose.class),
                row.text("public_key"),
                row.text("private_key"),
                row.textOrNull("preshared_key")));
  }

  @Override
  public void add(NodeKey key, Instant at) {
    servers.update(
        """
        insert into node_keys (purpose, public_key, private_key, preshared_key, created_at)
        values (:purpose, :public_key, :private_key, :preshared_key, :at)
        """,
        bind("purpose", key.purpose())
            .and("public_key", key.publicKey())
            .and("private_key", key.sealedPrivateKey())
            .and("preshared_key", key.sealedPresharedKey())
            .and("at", at));
  }
}
