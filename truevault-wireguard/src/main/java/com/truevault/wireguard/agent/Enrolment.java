package com.truevault.wireguard.agent;

import com.google.gson.stream.JsonWriter;
import com.truevault.wireguard.PublicKey;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Exchanges a one-time token for the agent's own credential. */
final class Enrolment {
  private static final String PATH = "api/v1/agent/enrolments";

  private final URI panel;
  private final Path stateFolder;
  private final InstantSource clock;

  Enrolment(URI panel, Path stateFolder, InstantSource clock) {
    this.panel = panel;
    this.stateFolder = stateFolder;
    this.clock = clock;
  }

  /**
   * Enrols and keeps what the panel answered.
   *
   * @param publicKey of the interface; null if it has none yet
   */
  PanelIdentity enrol(String token, @Nullable PublicKey publicKey, String software)
      throws IOException {
    // Before the token is spent: what cannot be kept must not be asked for.
    DurableFile.createFolder(stateFolder);
    PanelConnection request = PanelConnection.to(panel, PATH, Duration.ZERO);
    int status = request.post(body(token, publicKey, software));
    HttpPanelClient.requireGood(request, status, "the enrolment");
    byte[] answer = request.body();
    String credential = JsonText.member(answer, "credential");
    if (credential == null || credential.isBlank()) {
      throw new IOException("the panel gave no credential; is " + panel + " the panel's address?");
    }
    PanelIdentity identity = IdentityFile.of(answer, "the panel's answer");
    new CredentialFile(stateFolder).save(credential, clock.instant());
    IdentityFile known = new IdentityFile(stateFolder);
    if (!isOf(identity, known)) {
      new ListArchive(stateFolder).clear();
    }
    known.save(identity);
    return identity;
  }

  private static boolean isOf(PanelIdentity identity, IdentityFile file) {
    try {
      return identity.equals(file.read());
    } catch (IOException e) {
      return false;
    }
  }

  private static byte[] body(String token, @Nullable PublicKey key, String software)
      throws IOException {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      json.name("token").value(token);
      json.name("publicKey").value(key == null ? null : key.base64());
      json.name("software").value(software);
      json.endObject();
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
