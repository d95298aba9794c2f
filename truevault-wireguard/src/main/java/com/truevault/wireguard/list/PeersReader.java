package com.truevault.wireguard.list;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.truevault.TrueVaultException;
import com.truevault.wireguard.AllowedIp;
import com.truevault.wireguard.Peer;
import com.truevault.wireguard.PresharedKey;
import com.truevault.wireguard.PublicKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the array of peers; an entry that makes no sense spoils no other. */
final class PeersReader {
  private static final int MOST = 200_000;
  private static final int MOST_ADDRESSES = 16;
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=");

  private final List<Peer> good = new ArrayList<>();
  private final List<UnparsablePeer> unparsable = new ArrayList<>();
  private final Set<PublicKey> keys = new HashSet<>();
  private final Set<AllowedIp> taken = new HashSet<>();
  private boolean isThere;
  private int position;

  boolean isThere() {
    return isThere;
  }

  List<Peer> good() {
    return good;
  }

  List<UnparsablePeer> unparsable() {
    return unparsable;
  }

  void read(JsonReader json) throws IOException {
    if (isThere) {
      throw new IllegalStateException("given twice");
    }
    isThere = true;
    json.beginArray();
    while (json.hasNext()) {
      position++;
      if (position > MOST) {
        throw new IllegalStateException("too many");
      }
      if (json.peek() == JsonToken.BEGIN_OBJECT) {
        Entry entry = new Entry();
        entry.read(json);
        take(entry);
      } else {
        json.skipValue();
        unparsable.add(new UnparsablePeer(position, "it is no object", null, List.of()));
      }
    }
    json.endArray();
  }

  private void take(Entry entry) {
    String problem = entry.problem;
    PublicKey key = entry.publicKey;
    if (problem == null && key == null) {
      problem = "publicKey is missing";
    } else if (problem == null && entry.allowedIps.isEmpty()) {
      problem = "allowedIps is missing or empty";
    } else if (problem == null && keys.contains(key)) {
      problem = "its key is on the list already";
    } else if (problem == null && entry.allowedIps.stream().anyMatch(taken::contains)) {
      problem = "one of its addresses is another peer's";
    }
    if (problem == null && key != null) {
      keys.add(key);
      taken.addAll(entry.allowedIps);
      good.add(new Peer(key, entry.presharedKey, entry.allowedIps));
    } else {
      unparsable.add(new UnparsablePeer(position, problem + "", key, entry.allowedIps));
    }
  }

  /** One entry as far as it can be read; the first problem is kept. */
  private static final class Entry {
    private @Nullable PublicKey publicKey;
    private @Nullable PresharedKey presharedKey;
    private final List<AllowedIp> allowedIps = new ArrayList<>();
    private @Nullable String problem;

    private void read(JsonReader json) throws IOException {
      json.beginObject();
      while (json.hasNext()) {
        switch (json.nextName()) {
          case "publicKey" -> readKey(text(json));
          case "presharedKey" -> readSecret(text(json));
          case "allowedIps" -> readAddresses(json);
          default -> json.skipValue();
        }
      }
      json.endObject();
    }

    private void readKey(String text) {
      try {
        publicKey = new PublicKey(text);
      } catch (TrueVaultException e) {
        note("publicKey is not 32 bytes in base64");
      }
    }

    private void readSecret(String text) {
      if (SECRET.matcher(text).matches()) {
        presharedKey = new PresharedKey(text);
      } else {
        note("presharedKey is not 32 bytes in base64");
      }
    }

    private void readAddresses(JsonReader json) throws IOException {
      if (json.peek() != JsonToken.BEGIN_ARRAY) {
        json.skipValue();
        note("allowedIps is no array");
        return;
      }
      json.beginArray();
      while (json.hasNext()) {
        readAddress(text(json));
      }
      json.endArray();
    }

    private void readAddress(String text) {
      try {
        if (allowedIps.size() < MOST_ADDRESSES) {
          allowedIps.add(new AllowedIp(text));
        } else {
          note("allowedIps has more than " + MOST_ADDRESSES);
        }
      } catch (TrueVaultException e) {
        note("allowedIps holds something that is not one address");
      }
    }

    private void note(String found) {
      if (problem == null) {
        problem = found;
      }
    }

    private static String text(JsonReader json) throws IOException {
      if (json.peek() == JsonToken.STRING) {
        return json.nextString();
      }
      json.skipValue();
      return "";
    }
  }
}
