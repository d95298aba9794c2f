package com.truevault.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.sqlite.file.Connections;
import com.truevault.sqlite.jdbc.Session;
import com.truevault.store.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found in a data folder and must not be opened. Nothing is changed by looking. */
class RefusalTest {
  @TempDir Path folder;
  private Path users;

  @BeforeEach
  void create() {
    SqliteStorage.open(folder).close();
    users = folder.resolve("gen-000001/users.db");
  }

  @Test
  void refusesASecondHost() {
    try (SqliteStorage first = SqliteStorage.open(folder)) {
      assertTrue(first.files().generation().endsWith("gen-000001"));
      refuses("folder-in-use", folder.toString(), "stop that one", "truevault serve --data DIR");
    }
    SqliteStorage.open(folder).close();
  }

  @Test
  void refusesAnotherProcessEvenAfterASecondHostInThisOneWasRefused() throws Exception {
    Path link =
        Files.createSymbolicLink(folder.resolveSibling("link-" + folder.getFileName()), folder);
    try (SqliteStorage first = SqliteStorage.open(folder)) {
      assertTrue(first.files().generation().endsWith("gen-000001"));
      refuses("folder-in-use", folder.toString(), "stop that one", "truevault serve --data DIR");
      assertThrows(StorageException.class, () -> SqliteStorage.open(link).close());
      assertEquals("folder-in-use", SecondHost.open(folder));
    } finally {
      Files.delete(link);
    }
    assertEquals("opened", SecondHost.open(folder));
  }

  @Test
  void refusesAFileOfAnotherProgram() {
    change("pragma application_id = 42");
    refuses("file-foreign", "users.db", "0000002a", "54560002", doctor());
  }

  @Test
  void refusesAFileInTheWrongPlace() throws IOException {
    Files.copy(folder.resolve("gen-000001/devices.db"), users, StandardCopyOption.REPLACE_EXISTING);
    refuses("file-misplaced", "users.db", "holds devices.db", "expected users.db", doctor());
  }

  @Test
  void refusesANewerFile() {
    change("pragma user_version = 99");
    refuses("file-newer", "users.db", "99", "expected at most 2", "truevault version");
  }

  @Test
  void refusesAFileThatOtherScriptsMade() {
    change("update schema_history set sha256 = 'abc' where version = 1");
    refuses("script-edited", "users.db", "001-", "abc, expected ", "truevault version");
  }

  @Test
  void refusesAVersionThatItsHistoryDoesNotExplain() {
    change("pragma user_version = 1");
    refuses("file-damaged", "users.db", "version 1 with 2 scripts", "expected a sound", doctor());
  }

  @Test
  void refusesWhatIsNoDatabase() throws IOException {
    Files.writeString(
        users, "not a database, but long enough to look like a file of one".repeat(99));
    refuses("file-damaged", "users.db", "cannot be read", "expected a sound", doctor());
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    Files.write(users, new byte[0]);
    refuses("file-damaged", "users.db", "empty", "expected a sound", doctor());
  }

  @Test
  void refusesADamagedPage() throws IOException {
    try (FileChannel channel = FileChannel.open(users, StandardOpenOption.WRITE)) {
      byte[] noise = new byte[4096];
      Arrays.fill(noise, (byte) 0xa5);
      channel.write(ByteBuffer.wrap(noise), 4096 * 3);
    }
    refuses("file-damaged", "users.db", "expected a sound", doctor());
  }

  @Test
  void refusesACutFile() throws IOException {
    try (FileChannel channel = FileChannel.open(users, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() / 2);
    }
    refuses("file-damaged", "users.db", "expected a sound", doctor());
  }

  @Test
  void refusesAMissingFileAndMakesNoNewOne() throws IOException {
    Files.delete(users);
    refuses("file-missing", "users.db", "expected all nine", doctor());
    assertTrue(Files.notExists(users));
  }

  @Test
  void refusesALostPointer() throws IOException {
    Files.delete(folder.resolve("CURRENT"));
    refuses("folder-current-missing", "gen-000001", "expected the name", doctor());
  }

  @Test
  void refusesAPointerToNowhere() throws IOException {
    Files.writeString(folder.resolve("CURRENT"), "../elsewhere\n");
    refuses("folder-current-wrong", "../elsewhere", "expected the name", doctor());
  }

  @Test
  void refusesAFolderThatIsAFile() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    StorageException refusal =
        assertThrows(StorageException.class, () -> SqliteStorage.open(file).close());
    assertEquals("folder-unusable", refusal.code());
    assertTrue(
        refusal.getMessage().endsWith("truevault doctor --data " + file), refusal.getMessage());
  }

  private String doctor() {
    return "truevault doctor --data " + folder;
  }

  private void change(String sql) {
    try (Session session = Connections.writing(users)) {
      session.execute(sql);
    }
  }

  private void refuses(String code, String... words) {
    byte[] before = bytes();
    StorageException refusal =
        assertThrows(StorageException.class, () -> SqliteStorage.open(folder).close());
    assertEquals(code, refusal.code(), refusal.getMessage());
    for (String word : words) {
      assertTrue(refusal.getMessage().contains(word), refusal.getMessage());
    }
    assertArrayEquals(before, bytes());
  }

  private byte[] bytes() {
    try {
      return Files.exists(users) ? Files.readAllBytes(users) : new byte[0];
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
