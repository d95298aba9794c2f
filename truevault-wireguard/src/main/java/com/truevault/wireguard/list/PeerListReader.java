package com.truevault.wireguard.list;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import com.truevault.TrueVaultException;
import com.truevault.peer.InterfacePlan;
import com.truevault.peer.ListVersion;
import com.truevault.peer.PeerList;
import com.truevault.peer.Shrinkage;
import com.truevault.server.ServerKey;
import com.truevault.wireguard.PublicKey;
import com.truevault.wireguard.system.Cidr;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list as {@link PeerListWriter} writes it. Members it does not know are passed over, so
 * that a newer panel may say more; members it needs must be there, once.
 */
public final class PeerListReader {
  /** The longest text that is read, in bytes. */
  public static final int LONGEST = 32 << 20;

  private final JsonReader json;
  private final PeersReader peers = new PeersReader();

  private @Nullable ServerKey server;
  private @Nullable Long epoch;
  private @Nullable Long generation;
  private @Nullable Instant issuedAt;
  private @Nullable Instant expiresAt;
  private @Nullable InterfacePlan plan;
  private @Nullable Boolean removesForeign;
  private @Nullable Shrinkage confirmed;

  private PeerListReader(JsonReader json) {
    this.json = json;
  }

  /** What the text is. */
  public static Reading read(byte[] text) {
    if (text.length > LONGEST) {
      return new Reading.NotAList(
          "it has " + text.length + " bytes; no more than " + LONGEST + " are read");
    }
    JsonReader json =
        new JsonReader(
            new InputStreamReader(new ByteArrayInputStream(text), StandardCharsets.UTF_8));
    json.setStrictness(Strictness.STRICT);
    try {
      return new PeerListReader(json).read();
    } catch (MalformedJsonException | EOFException e) {
      return new Reading.NotJson("it is no JSON after " + json.getPath());
    } catch (IOException e) {
      return new Reading.NotJson("it cannot be read after " + json.getPath());
    } catch (TrueVaultException
        | IllegalStateException
        | IllegalArgumentException
        | DateTimeException e) {
      return new Reading.NotAList("what is at " + json.getPath() + " does not belong there");
    }
  }

  private Reading read() throws IOException {
    JsonToken first = json.peek();
    if (first == JsonToken.NULL) {
      json.nextNull();
      requireEnd();
      return new Reading.Null();
    }
    if (first != JsonToken.BEGIN_OBJECT) {
      json.skipValue();
      requireEnd();
      return new Reading.NotAList("it is no JSON object");
    }
    json.beginObject();
    while (json.hasNext()) {
      member(json.nextName());
    }
    json.endObject();
    requireEnd();
    return list();
  }

  private void requireEnd() throws IOException {
    if (json.peek() != JsonToken.END_DOCUMENT) {
      throw new MalformedJsonException("more than one value");
    }
  }

  private void member(String name) throws IOException {
    switch (name) {
      case "server" -> server = once(server, new ServerKey(json.nextString()));
      case "epoch" -> epoch = once(epoch, json.nextLong());
      case "generation" -> generation = once(generation, json.nextLong());
      case "issuedAt" -> issuedAt = once(issuedAt, Instant.parse(json.nextString()));
      case "expiresAt" -> expiresAt = once(expiresAt, Instant.parse(json.nextString()));
      case "interface" -> plan = once(plan, plan());
      case "removesForeign" -> removesForeign = once(removesForeign, json.nextBoolean());
      case "confirmed" -> confirmed = once(confirmed, confirmed());
      case "peers" -> peers.read(json);
      default -> json.skipValue();
    }
  }

  private static <T> T once(@Nullable T before, T value) {
    if (before != null) {
      throw new IllegalStateException("given twice");
    }
    return value;
  }

  private Reading list() {
    if (server == null
        || epoch == null
        || generation == null
        || issuedAt == null
        || expiresAt == null
        || plan == null
        || removesForeign == null
        || !peers.isThere()) {
      return new Reading.NotAList("it lacks one of server, version, times, interface and peers");
    }
    PeerList list =
        new PeerList(
            server,
            new ListVersion(epoch, generation),
            issuedAt,
            expiresAt,
            plan,
            removesForeign,
            confirmed,
            peers.good());
    return new Reading.Complete(list, peers.unparsable());
  }

  private InterfacePlan plan() throws IOException {
    PublicKey key = null;
    int port = 0;
    int mtu = 0;
    List<String> addresses = new ArrayList<>();
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "publicKey" -> key = new PublicKey(json.nextString());
        case "port" -> port = json.nextInt();
        case "mtu" -> mtu = json.nextInt();
        case "addresses" -> {
          json.beginArray();
          while (json.hasNext()) {
            // It becomes an argument of a program, so nothing but an address may pass.
            addresses.add(Cidr.of(json.nextString()).toString());
          }
          json.endArray();
        }
        default -> json.skipValue();
      }
    }
    json.endObject();
    if (key == null || port < 1 || port > 65535 || mtu < 1280 || mtu > 1500) {
      throw new IllegalArgumentException("no interface plan");
    }
    return new InterfacePlan(key, port, addresses, mtu);
  }

  private Shrinkage confirmed() throws IOException {
    String by = "";
    Instant at = null;
    int count = -1;
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "by" -> by = json.nextString();
        case "at" -> at = Instant.parse(json.nextString());
        case "peers" -> count = json.nextInt();
        default -> json.skipValue();
      }
    }
    json.endObject();
    if (at == null || count < 0) {
      throw new IllegalArgumentException("no confirmation");
    }
    return new Shrinkage(by, at, count);
  }
}
