package com.truevault.wireguard.agent;

import com.google.gson.stream.JsonWriter;
import com.truevault.TrueVaultException;
import com.truevault.secret.VerifyingKey;
import com.truevault.server.ServerKey;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Where the agent keeps what enrolment told it. */
final class IdentityFile {
  static final String NAME = "panel.json";

  private final Path folder;
  private final DurableFile file;

  IdentityFile(Path folder) {
    this.folder = folder;
    this.file = new DurableFile(folder.resolve(NAME));
  }

  /**
   * The identity.
   *
   * @throws IOException if there is none, or it is damaged
   */
  PanelIdentity read() throws IOException {
    byte[] bytes = file.read();
    if (bytes == null) {
      throw new IOException("no panel is known in " + folder + "; run: truevault agent enrol");
    }
    return of(bytes, folder.resolve(NAME) + "");
  }

  /**
   * The identity in a JSON object of the panel or of this file.
   *
   * @param place for the message
   */
  static PanelIdentity of(byte[] json, String place) throws IOException {
    String server = JsonText.member(json, "serverKey");
    String listKey = JsonText.member(json, "listKey");
    try {
      return new PanelIdentity(new ServerKey(server + ""), new VerifyingKey(listKey + ""));
    } catch (TrueVaultException e) {
      throw new IOException(
          place + " names no server or no key for lists; run: truevault agent enrol", e);
    }
  }

  void save(PanelIdentity identity) throws IOException {
    DurableFile.createFolder(folder);
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      json.name("serverKey").value(identity.server().value());
      json.name("listKey").value(identity.listKey().base64());
      json.endObject();
    }
    file.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
