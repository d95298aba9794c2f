package com.truevault.web.config;

import com.truevault.secret.MasterKey;
import com.truevault.web.http.Csrf;
import com.truevault.web.http.SigningKey;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an installation, newest first. A key is named by its hash, so that keys change by
 * naming the old file among the previous ones.
 *
 * @param csrf ties forms to sessions; follows from the signing key
 */
public record Keys(List<MasterKey> master, List<SigningKey> signing, Csrf csrf) {

  /**
   * Reads the keys, and makes those whose files are the standard ones and not there.
   *
   * @throws ConfigException naming every key that cannot be used
   */
  public static Keys load(WebConfig config, SecureRandom random) {
    List<String> problems = new ArrayList<>();
    WebConfig.Secrets secrets = config.secrets();
    List<byte[]> master = new ArrayList<>();
    if (secrets.key().isEmpty()) {
      add(master, own(secrets.keyFile(), random, problems));
    } else {
      add(master, KeyFile.decode("secrets.key", secrets.key(), problems));
    }
    addAll(master, secrets.previousKeyFiles(), problems);
    List<byte[]> signing = new ArrayList<>();
    add(signing, own(secrets.signingKeyFile(), random, problems));
    addAll(signing, secrets.previousSigningKeyFiles(), problems);
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    return of(master, signing);
  }

  /** Keys that were drawn just now and rest nowhere. */
  public static Keys random(SecureRandom random) {
    byte[] master = new byte[32];
    byte[] signing = new byte[32];
    random.nextBytes(master);
    random.nextBytes(signing);
    return of(List.of(master), List.of(signing));
  }

  private static Keys of(List<byte[]> master, List<byte[]> signing) {
    return new Keys(
        master.stream().map(key -> new MasterKey(id(key), key)).toList(),
        signing.stream().map(key -> new SigningKey(id(key), key)).toList(),
        new Csrf(derived(signing.get(0))));
  }

  private static byte @Nullable [] own(
      WebConfig.KeyPlace place, SecureRandom random, List<String> problems) {
    if (!place.given()) {
      KeyFile.make(place.file(), random, problems);
    }
    return problems.isEmpty() || place.given() ? KeyFile.read(place.file(), problems) : null;
  }

  private static void addAll(List<byte[]> keys, List<Path> files, List<String> problems) {
    files.forEach(file -> add(keys, KeyFile.read(file, problems)));
  }

  private static void add(List<byte[]> keys, byte @Nullable [] key) {
    if (key != null) {
      keys.add(key);
    }
  }

  private static String id(byte[] key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
      return "k" + HexFormat.of().formatHex(hash, 0, 4);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("this Java has no SHA-256", impossible);
    }
  }

  private static byte[] derived(byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(new byte[] {'c', 's', 'r', 'f'});
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this Java has no HmacSHA256", impossible);
    }
  }

  @Override
  public String toString() {
    return "Keys[hidden]";
  }
}
