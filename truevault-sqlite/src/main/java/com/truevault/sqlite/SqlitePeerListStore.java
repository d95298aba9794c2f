package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.peer.IssuedList;
import com.truevault.peer.ListEpoch;
import com.truevault.peer.ListVersion;
import com.truevault.peer.PeerChanges;
import com.truevault.peer.PeerListStore;
import com.truevault.peer.Shrinkage;
import com.truevault.server.ServerKey;
import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.sqlite.jdbc.Row;
import com.truevault.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

final class SqlitePeerListStore implements PeerListStore {
  private final SqliteFile servers;

  SqlitePeerListStore(SqliteFile servers) {
    this.servers = servers;
  }

  @Override
  public List<IssuedList> all() {
    return servers.query(
        """
        select server_key, epoch, generation, content_hash, peers, issued_at, confirmed_by,
               confirmed_at, confirmed_peers
          from peer_lists
         order by server_key
        """,
        Parameters.none(),
        SqlitePeerListStore::toList);
  }

  @Override
  public void put(IssuedList list) {
    Shrinkage confirmed = list.confirmed();
    servers.update(
        """
        insert into peer_lists
          (server_key, epoch, generation, content_hash, peers, issued_at, confirmed_by,
           confirmed_at, confirmed_peers)
        values
          (:server_key, :epoch, :generation, :content_hash, :peers, :issued_at, :confirmed_by,
           :confirmed_at, :confirmed_peers)
            on conflict (server_key) do update
           set epoch = excluded.epoch,
               generation = excluded.generation,
               content_hash = excluded.content_hash,
               peers = excluded.peers,
               issued_at = excluded.issued_at,
               confirmed_by = excluded.confirmed_by,
               confirmed_at = excluded.confirmed_at,
               confirmed_peers = excluded.confirmed_peers
        """,
        bind("server_key", list.server().value())
            .and("epoch", list.version().epoch())
            .and("generation", list.version().generation())
            .and("content_hash", list.contentHash())
            .and("peers", list.peers())
            .and("issued_at", list.issuedAt())
            .and("confirmed_by", confirmed == null ? null : confirmed.by())
            .and("confirmed_at", confirmed == null ? null : confirmed.at())
            .and("confirmed_peers", confirmed == null ? null : confirmed.peers()));
  }

  @Override
  public Optional<ListEpoch> epoch() {
    return servers.find(
        "select epoch, folder_generation from peer_list_epoch",
        Parameters.none(),
        row -> new ListEpoch(row.number("epoch"), row.number("folder_generation")));
  }

  @Override
  public void put(ListEpoch epoch) {
    servers.update(
        """
        insert into peer_list_epoch (id, epoch, folder_generation)
        values (1, :epoch, :folder_generation)
            on conflict (id) do update
           set epoch = excluded.epoch,
               folder_generation = excluded.folder_generation
        """,
        bind("epoch", epoch.number()).and("folder_generation", epoch.folderGeneration()));
  }

  @Override
  public void note(UserId user, Instant at) {
    servers.update(
        "insert into peer_changes (user_id, noted_at) values (:user_id, :at)",
        bind("user_id", user.value()).and("at", at));
  }

  @Override
  public PeerChanges changes() {
    List<Note> oldest =
        servers.query(
            "select id, user_id from peer_changes order by id limit :most",
            bind("most", MOST_CHANGES),
            row -> new Note(row.number("id"), new UserId(row.number("user_id"))));
    return oldest.isEmpty()
        ? PeerChanges.NONE
        : new PeerChanges(
            oldest.get(oldest.size() - 1).id(),
            oldest.stream().map(Note::user).collect(Collectors.toSet()));
  }

  @Override
  public void forget(long last) {
    servers.update("delete from peer_changes where id <= :last", bind("last", last));
  }

  private static IssuedList toList(Row row) {
    return new IssuedList(
        new ServerKey(row.text("server_key")),
        new ListVersion(row.number("epoch"), row.number("generation")),
        row.text("content_hash"),
        row.integer("peers"),
        row.instant("issued_at"),
        confirmed(row));
  }

  private static @Nullable Shrinkage confirmed(Row row) {
    String by = row.textOrNull("confirmed_by");
    return by == null
        ? null
        : new Shrinkage(by, row.instant("confirmed_at"), row.integer("confirmed_peers"));
  }

  private record Note(long id, UserId user) {}
}
