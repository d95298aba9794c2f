package com.truevault.sqlite.migration;

import com.truevault.store.DataFile;
import com.truevault.store.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The scripts of all nine files, carried in the jar. An index names them, since a class path cannot
 * be listed; a test compares it with the folder {@code database}. Immutable.
 */
public final class Scripts {
  private static final String INDEX = "/com/truevault/sqlite/scripts.txt";
  private static final String FOLDER = "/com/truevault/sqlite/database/";

  private final Map<DataFile, List<MigrationScript>> scripts;

  private Scripts(Map<DataFile, List<MigrationScript>> scripts) {
    this.scripts = scripts;
  }

  /** The scripts of this release. */
  public static Scripts bundled() {
    Map<DataFile, List<MigrationScript>> scripts = new EnumMap<>(DataFile.class);
    List<String> index = new String(bytes(INDEX), StandardCharsets.UTF_8).lines().toList();
    for (DataFile file : DataFile.values()) {
      List<MigrationScript> own = new ArrayList<>();
      String folder = file.folder() + "/";
      index.stream()
          .filter(line -> line.startsWith(folder))
          .map(line -> line.substring(folder.length()))
          .forEach(name -> own.add(load(folder, name, own.size() + 1)));
      scripts.put(file, List.copyOf(own));
    }
    return new Scripts(scripts);
  }

  /** The scripts of a file in the order of their numbers. */
  public List<MigrationScript> of(DataFile file) {
    return scripts.getOrDefault(file, List.of());
  }

  /** The same without scripts of a higher number, as an earlier release carried them. */
  public Scripts upTo(int version) {
    Map<DataFile, List<MigrationScript>> earlier = new EnumMap<>(DataFile.class);
    scripts.forEach(
        (file, all) ->
            earlier.put(file, all.stream().filter(s -> s.version() <= version).toList()));
    return new Scripts(earlier);
  }

  private static MigrationScript load(String folder, String name, int version) {
    if (!name.startsWith("%03d-".formatted(version))) {
      throw new StorageException(
          "script-missing",
          "script " + version + " of " + folder + " is missing, found " + name + "; build again",
          null);
    }
    byte[] bytes = bytes(FOLDER + folder + name);
    return new MigrationScript(
        version, name, new String(bytes, StandardCharsets.UTF_8), sha256(bytes));
  }

  private static byte[] bytes(String resource) {
    try (@Nullable InputStream in = Scripts.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new StorageException(
            "script-missing", "the jar lacks " + resource + "; build it again", null);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
