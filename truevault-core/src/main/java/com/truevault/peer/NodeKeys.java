package com.truevault.peer;

import com.truevault.device.AddressPlan;
import com.truevault.outbox.Effects;
import com.truevault.peer.NodeKey.Purpose;
import com.truevault.secret.SecretBox;
import com.truevault.secret.SigningKey;
import com.truevault.store.DataFile;
import com.truevault.wireguard.PresharedKey;
import com.truevault.wireguard.PublicKey;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Supplier;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.jspecify.annotations.Nullable;

/**
 * The keys of this installation, each made when it is first asked for. Safe for use by many
 * threads.
 */
public final class NodeKeys {
  private static final String PRIVATE = "private_key";
  private static final String PRESHARED = "preshared_key";

  private final NodeKeyStore store;
  private final SecretBox box;
  private final AddressPlan addresses;
  private final Effects effects;
  private volatile @Nullable SigningKey signing;
  private volatile @Nullable ProbeKey probe;

  /** Keeps keys in the given store, sealed. */
  public NodeKeys(NodeKeyStore store, SecretBox box, AddressPlan addresses, Effects effects) {
    this.store = store;
    this.box = box;
    this.addresses = addresses;
    this.effects = effects;
  }

  /** The key that signs lists of peers. */
  public SigningKey signing() {
    SigningKey known = signing;
    if (known == null) {
      NodeKey row = findOrMake(Purpose.LIST, this::newSigningKey);
      known = SigningKey.ofBase64(open(row, PRIVATE, row.sealedPrivateKey()));
      signing = known;
    }
    return known;
  }

  /** Who the probe is. */
  public ProbeKey probe() {
    ProbeKey known = probe;
    if (known == null) {
      NodeKey row = findOrMake(Purpose.PROBE, this::newProbeKey);
      String preshared = row.sealedPresharedKey();
      if (preshared == null) {
        throw new IllegalStateException("the probe's row of node_keys lacks its preshared key");
      }
      known =
          new ProbeKey(
              open(row, PRIVATE, row.sealedPrivateKey()),
              new PublicKey(row.publicKey()),
              new PresharedKey(open(row, PRESHARED, preshared)),
              addresses.pool().probe());
      probe = known;
    }
    return known;
  }

  private NodeKey findOrMake(Purpose purpose, Supplier<NodeKey> make) {
    return store
        .find(purpose)
        .orElseGet(
            () ->
                effects.write(
                    DataFile.SERVERS,
                    out -> store.find(purpose).orElseGet(() -> added(make.get()))));
  }

  private NodeKey added(NodeKey key) {
    store.add(key, effects.now());
    return key;
  }

  private NodeKey newSigningKey() {
    SigningKey key = SigningKey.generate(effects.random());
    String secret = box.seal(place(Purpose.LIST, PRIVATE), key.base64());
    return new NodeKey(Purpose.LIST, key.verifyingKey().base64(), secret, null);
  }

  private NodeKey newProbeKey() {
    byte[] scalar = effects.random().bytes(X25519PrivateKeyParameters.KEY_SIZE);
    // As WireGuard's own tools clamp it, so that they show the same key.
    scalar[0] &= (byte) 248;
    scalar[31] = (byte) ((scalar[31] & 127) | 64);
    X25519PrivateKeyParameters key = new X25519PrivateKeyParameters(scalar, 0);
    return new NodeKey(
        Purpose.PROBE,
        base64(key.generatePublicKey().getEncoded()),
        box.seal(place(Purpose.PROBE, PRIVATE), base64(scalar)),
        box.seal(
            place(Purpose.PROBE, PRESHARED), PresharedKey.generate(effects.random()).base64()));
  }

  private String open(NodeKey row, String column, String sealed) {
    return box.open(place(row.purpose(), column), sealed);
  }

  private static SecretBox.Place place(Purpose purpose, String column) {
    return new SecretBox.Place(
        "servers", "node_keys", column, purpose.name().toLowerCase(Locale.ROOT));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
