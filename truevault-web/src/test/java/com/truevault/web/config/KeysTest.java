package com.truevault.web.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of an installation (security rows 6, 26 and 68). */
class KeysTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir private Path data = Path.of("");

  @Test
  void makesKeysOf256RandomBitsThatOnlyTheirOwnerMayRead() throws IOException {
    Keys first = load(Map.of());
    for (String name : List.of("keys/master.key", "keys/signing.key")) {
      Path file = data.resolve(name);
      assertEquals(32, Base64.getDecoder().decode(Files.readString(file).strip()).length);
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("keys"))));
    assertNotEquals(
        Files.readString(data.resolve("keys/master.key")),
        Files.readString(data.resolve("keys/signing.key")));
    assertEquals(first.master().get(0).id(), load(Map.of()).master().get(0).id());
  }

  @Test
  void neverMakesAKeyFileThatSomebodyNamed() {
    String problem =
        problem(Map.of("TRUEVAULT_SECRETS_KEY_FILE", data.resolve("nowhere/key").toString()));
    assertTrue(problem.contains("is not there; correct its path"), problem);
    assertFalse(Files.exists(data.resolve("nowhere")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "changeme",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "Y2hhbmdlIG1lIGNoYW5nZSBtZSBjaGFuZ2UgbWUgISE=",
        "c2hvcnQ=",
        "not base64!"
      })
  void refusesPlaceholdersAndShortSecretsWithoutRepeatingThem(String key) {
    String problem = problem(Map.of("TRUEVAULT_SECRETS_KEY", key));
    assertTrue(problem.contains("openssl rand -base64 32"), problem);
    assertFalse(problem.contains(key), problem);
  }

  @Test
  void refusesAKeyFileThatOthersMayRead() throws IOException {
    load(Map.of());
    Files.setPosixFilePermissions(
        data.resolve("keys/signing.key"), PosixFilePermissions.fromString("rw-r--r--"));
    assertTrue(problem(Map.of()).contains("run chmod 600"));
  }

  @Test
  void keepsPreviousKeysBehindTheNewOnes() throws IOException {
    Keys before = load(Map.of());
    Files.move(data.resolve("keys/master.key"), data.resolve("keys/old.key"));
    Files.move(data.resolve("keys/signing.key"), data.resolve("keys/old-signing.key"));
    Keys after =
        load(
            Map.of(
                "TRUEVAULT_SECRETS_PREVIOUS_KEY_FILES", "keys/old.key",
                "TRUEVAULT_SECRETS_PREVIOUS_SIGNING_KEY_FILES", "keys/old-signing.key"));
    assertNotEquals(before.master().get(0).id(), after.master().get(0).id());
    assertEquals(before.master().get(0).id(), after.master().get(1).id());
    assertEquals(before.signing().get(0).id(), after.signing().get(1).id());
  }

  @Test
  void takesTheMasterKeyFromTheEnvironment() {
    byte[] key = new byte[32];
    RANDOM.nextBytes(key);
    Keys keys = load(Map.of("TRUEVAULT_SECRETS_KEY", Base64.getEncoder().encodeToString(key)));
    assertEquals(1, keys.master().size());
    assertFalse(Files.exists(data.resolve("keys/master.key")));
  }

  @Test
  void neverPrintsKeys() {
    assertEquals("Keys[hidden]", load(Map.of()).toString());
    assertFalse(load(Map.of()).master().get(0).toString().contains("="));
  }

  private Keys load(Map<String, String> environment) {
    return Keys.load(ConfigReader.read(data, environment, Map.of()), RANDOM);
  }

  private String problem(Map<String, String> environment) {
    return assertThrows(ConfigException.class, () -> load(environment)).getMessage();
  }
}
