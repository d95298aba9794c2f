package com.truevault.web.config;

import com.truevault.web.file.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file that holds one key of 32 random bytes in base64. */
final class KeyFile {
  private static final int BYTES = 32;
  private static final int FEWEST_DIFFERENT = 12;

  private KeyFile() {}

  /** Makes a key if there is none. */
  static void make(Path file, SecureRandom random, List<String> problems) {
    if (Files.exists(file)) {
      return;
    }
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    try {
      PrivateFile.create(
          file, (Base64.getEncoder().encodeToString(key) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      problems.add("key file " + file + " cannot be made (" + failure + "); check its folder");
    }
  }

  static byte @Nullable [] read(Path file, List<String> problems) {
    if (!Files.isRegularFile(file)) {
      problems.add("key file " + file + " is not there; correct its path or put it back");
      return null;
    }
    try {
      if (PrivateFile.isOpenToOthers(file)) {
        problems.add("key file " + file + " may be read by others; run chmod 600 on it");
      }
      return decode("key file " + file, Files.readString(file), problems);
    } catch (IOException failure) {
      problems.add("key file " + file + " cannot be read (" + failure + "); check its owner");
      return null;
    }
  }

  /** The bytes of a key; notes a problem, never the key, if it is short or a placeholder. */
  static byte @Nullable [] decode(String name, String base64, List<String> problems) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException failure) {
      problems.add(name + " is not base64; make one with: openssl rand -base64 32");
      return null;
    }
    if (key.length != BYTES) {
      problems.add(
          name + " has " + key.length + " bytes, not 32; make one with: openssl rand -base64 32");
      return null;
    }
    if (isPlaceholder(key)) {
      problems.add(name + " is a placeholder; make one with: openssl rand -base64 32");
      return null;
    }
    return key;
  }

  /** Fewer than twelve different bytes, or nothing but letters and blanks: nobody drew that. */
  private static boolean isPlaceholder(byte[] key) {
    String text = new String(key, StandardCharsets.ISO_8859_1);
    return text.chars().distinct().count() < FEWEST_DIFFERENT
        || text.chars().allMatch(c -> c >= ' ' && c <= '~');
  }
}
