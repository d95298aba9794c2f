package com.truevault.wireguard.agent;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import com.truevault.TrueVaultException;
import com.truevault.peer.ListVersion;
import com.truevault.wireguard.PublicKey;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent remembers besides the list.
 *
 * @param newest the newest version that was ever accepted; null before the first
 */
record AgentState(@Nullable ListVersion newest, Departures departures) {
  static final AgentState NONE = new AgentState(null, Departures.NONE);

  /** This, after a list of that version was accepted. */
  AgentState atLeast(ListVersion version) {
    return newest == null || version.isNewerThan(newest)
        ? new AgentState(version, departures)
        : this;
  }

  byte[] bytes() throws IOException {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      if (newest != null) {
        json.name("epoch").value(newest.epoch());
        json.name("generation").value(newest.generation());
      }
      json.name("departures").beginArray();
      for (Departure departure : departures.all()) {
        json.beginObject();
        json.name("publicKey").value(departure.publicKey().base64());
        json.name("address").value(departure.address());
        json.name("at").value(departure.at().toString());
        json.name("confirmed").value(departure.isConfirmed());
        json.endObject();
      }
      json.endArray().endObject();
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The state of which these are the bytes.
   *
   * @throws IOException if it is damaged
   */
  static AgentState of(byte[] bytes) throws IOException {
    JsonReader json = new JsonReader(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
    json.setStrictness(Strictness.STRICT);
    try {
      return read(json);
    } catch (TrueVaultException
        | IllegalStateException
        | IllegalArgumentException
        | DateTimeException e) {
      throw new IOException("the state at " + json.getPath() + " makes no sense", e);
    }
  }

  private static AgentState read(JsonReader json) throws IOException {
    long epoch = 0;
    long generation = 0;
    List<Departure> departures = new ArrayList<>();
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "epoch" -> epoch = json.nextLong();
        case "generation" -> generation = json.nextLong();
        case "departures" -> {
          json.beginArray();
          while (json.hasNext()) {
            departures.add(departure(json));
          }
          json.endArray();
        }
        default -> json.skipValue();
      }
    }
    json.endObject();
    ListVersion newest = epoch == 0 ? null : new ListVersion(epoch, generation);
    return new AgentState(newest, new Departures(departures));
  }

  private static Departure departure(JsonReader json) throws IOException {
    String key = "";
    String address = "";
    Instant at = Instant.EPOCH;
    boolean isConfirmed = false;
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "publicKey" -> key = json.nextString();
        case "address" -> address = json.nextString();
        case "at" -> at = Instant.parse(json.nextString());
        case "confirmed" -> isConfirmed = json.nextBoolean();
        default -> json.skipValue();
      }
    }
    json.endObject();
    return new Departure(new PublicKey(key), address, at, isConfirmed);
  }
}
