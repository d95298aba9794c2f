package com.truevault.wireguard.list;

import com.google.gson.stream.JsonWriter;
import com.truevault.peer.InterfacePlan;
import com.truevault.peer.PeerList;
import com.truevault.peer.Shrinkage;
import com.truevault.wireguard.AllowedIp;
import com.truevault.wireguard.Peer;
import com.truevault.wireguard.PresharedKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a list as JSON, always the same list as the same bytes. */
public final class PeerListWriter {
  private PeerListWriter() {}

  /** The JSON of the list. */
  public static byte[] bytes(PeerList list) {
    return bytes(list, peers(list.peers()));
  }

  /**
   * As {@link #bytes(PeerList)} with its peers as they were written before: lists of several
   * servers may share them.
   *
   * @param peers from {@link #peers}
   */
  public static byte[] bytes(PeerList list, String peers) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(peers.length() + 1024);
    try (Writer text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
        JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      json.name("server").value(list.server().value());
      json.name("epoch").value(list.version().epoch());
      json.name("generation").value(list.version().generation());
      json.name("issuedAt").value(list.issuedAt().toString());
      json.name("expiresAt").value(list.expiresAt().toString());
      write(json.name("interface"), list.plan());
      json.name("removesForeign").value(list.removesForeign());
      Shrinkage confirmed = list.confirmed();
      if (confirmed != null) {
        write(json.name("confirmed"), confirmed);
      }
      json.name("peers").jsonValue(peers);
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return bytes.toByteArray();
  }

  /** The JSON array of peers. */
  public static String peers(List<Peer> peers) {
    StringBuilder text = new StringBuilder(peers.size() * 160 + 2).append('[');
    for (Peer peer : peers) {
      text.append(text.length() > 1 ? ",{" : "{");
      text.append("\"publicKey\":\"").append(peer.publicKey().base64());
      PresharedKey secret = peer.presharedKey();
      if (secret != null) {
        text.append("\",\"presharedKey\":\"").append(secret.base64());
      }
      text.append("\",\"allowedIps\":[\"");
      String between = "";
      for (AllowedIp ip : peer.allowedIps()) {
        text.append(between).append(ip.text());
        between = "\",\"";
      }
      text.append("\"]}");
    }
    return text.append(']').toString();
  }

  private static void write(JsonWriter json, InterfacePlan plan) throws IOException {
    json.beginObject();
    json.name("publicKey").value(plan.publicKey().base64());
    json.name("port").value(plan.port());
    json.name("mtu").value(plan.mtu());
    json.name("addresses").beginArray();
    for (String address : plan.addresses()) {
      json.value(address);
    }
    json.endArray();
    json.endObject();
  }

  private static void write(JsonWriter json, Shrinkage confirmed) throws IOException {
    json.beginObject();
    json.name("by").value(confirmed.by());
    json.name("at").value(confirmed.at().toString());
    json.name("peers").value(confirmed.peers());
    json.endObject();
  }
}
