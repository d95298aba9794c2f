package com.truevault.web.agent;

import com.truevault.peer.ListVersion;
import com.truevault.peer.NodeKeys;
import com.truevault.peer.PeerList;
import com.truevault.server.ServerKey;
import com.truevault.wireguard.Peer;
import com.truevault.wireguard.list.PeerListWriter;
import com.truevault.wireguard.list.SignedList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Lists as they are sent. Each is written and signed once for a version, and peers that several
 * servers share are written once for all. Thread-safe.
 */
public final class SignedLists {
  /** Hardly any list is asked for twice: its one agent has it then, and asks for the next. */
  private static final int MOST_KEPT = 64;

  private static final int MOST_ROLLS = 16;

  private final NodeKeys keys;
  private final Map<Form, Sent> sent = new ConcurrentHashMap<>();
  private final Map<List<Peer>, String> rolls =
      Collections.synchronizedMap(new IdentityHashMap<>());

  /** Signs with the key of the installation. */
  public SignedLists(NodeKeys keys) {
    this.keys = keys;
  }

  /** The signed list. */
  public byte[] plain(PeerList list) {
    return of(new Form(list.server(), false), list);
  }

  /** The signed list, compressed by gzip. */
  public byte[] gzip(PeerList list) {
    return of(new Form(list.server(), true), list);
  }

  private byte[] of(Form form, PeerList list) {
    if (sent.size() > MOST_KEPT) {
      sent.clear();
    }
    return sent.compute(
            form,
            (same, known) ->
                known != null && known.version.equals(list.version())
                    ? known
                    : new Sent(list.version(), bytes(form, list)))
        .bytes;
  }

  private byte[] bytes(Form form, PeerList list) {
    byte[] signed = SignedList.sign(PeerListWriter.bytes(list, roll(list.peers())), keys.signing());
    return form.isGzip() ? compressed(signed) : signed;
  }

  private String roll(List<Peer> peers) {
    if (rolls.size() > MOST_ROLLS) {
      rolls.clear();
    }
    return rolls.computeIfAbsent(peers, PeerListWriter::peers);
  }

  private static byte[] compressed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2 + 64);
    try (GZIPOutputStream gzip = new Fast(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return out.toByteArray();
  }

  private record Form(ServerKey server, boolean isGzip) {}

  private static final class Sent {
    private final ListVersion version;
    private final byte[] bytes;

    Sent(ListVersion version, byte[] bytes) {
      this.version = version;
      this.bytes = bytes;
    }
  }

  /** Keys are random: trying harder makes them no shorter. */
  private static final class Fast extends GZIPOutputStream {
    Fast(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
