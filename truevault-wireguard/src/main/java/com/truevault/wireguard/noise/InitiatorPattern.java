package com.truevault.wireguard.noise;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.bouncycastle.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The initiator of one handshake of the Noise pattern IKpsk2:
 *
 * <pre>
 *   &lt;- s
 *   -&gt; e, es, s, ss
 *   &lt;- e, ee, se, psk
 * </pre>
 */
final class InitiatorPattern {
  private static final byte[] PROTOCOL = "Noise_IKpsk2_25519_ChaChaPoly_BLAKE2s".getBytes(US_ASCII);

  private final KeyPair self;
  private final KeyPair ephemeral;
  private final byte[] theirs;
  private final byte[] presharedKey;
  private final Transcript transcript;

  InitiatorPattern(
      KeyPair self, KeyPair ephemeral, byte[] theirs, byte[] presharedKey, byte[] prologue) {
    this.self = self;
    this.ephemeral = ephemeral;
    this.theirs = theirs;
    this.presharedKey = presharedKey;
    this.transcript = Transcript.begin(PROTOCOL, prologue);
  }

  /** The first message in full; null if nothing can be kept secret with their key. */
  byte @Nullable [] open(byte[] payload) {
    byte[] es = ephemeral.agree(theirs);
    byte[] ss = self.agree(theirs);
    if (es == null || ss == null) {
      return null;
    }
    transcript.mix(theirs);
    transcript.mixEphemeral(ephemeral.publicKey());
    transcript.mixSecret(es);
    byte[] sealedKey = transcript.seal(self.publicKey());
    transcript.mixSecret(ss);
    return Arrays.concatenate(ephemeral.publicKey(), sealedKey, transcript.seal(payload));
  }

  /**
   * Goes on with an answer to the point where its payload can be opened; null if nothing can be
   * kept secret with its key. This handshake stays where it is, so that a better answer may follow.
   */
  @Nullable Transcript hear(byte[] theirEphemeral) {
    byte[] ee = ephemeral.agree(theirEphemeral);
    byte[] se = self.agree(theirEphemeral);
    if (ee == null || se == null) {
      return null;
    }
    Transcript heard = transcript.copy();
    heard.mixEphemeral(theirEphemeral);
    heard.mixSecret(ee);
    heard.mixSecret(se);
    heard.mixPresharedKey(presharedKey);
    return heard;
  }
}
