package com.truevault.wireguard.noise;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.wireguard.PublicKey;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InitiationTest {
  private static final byte[] PRESHARED = new byte[32];

  private final SecureRandom random = new SecureRandom();
  private final KeyPair self = KeyPair.generate(random);
  private final Responder server =
      new Responder(random.generateSeed(32), PRESHARED, self.publicKey());
  private final Initiator initiator = initiator(PRESHARED, server.publicKey());
  private final Initiation initiation = requireNonNull(initiator.initiate(null));
  private final byte[] response = requireNonNull(server.respond(initiation.message()));

  @Test
  void packetsGoThroughTheTunnelBothWaysAndOnlyOnce() {
    Session session = established(initiation.read(response));
    for (int i = 0; i < 100; i++) {
      byte[] sent = session.seal(new byte[] {1, 2, 3});
      assertArrayEquals(Arrays.copyOf(new byte[] {1, 2, 3}, 16), server.open(sent));
      byte[] answer = server.seal(new byte[] {4, 5}, sent);
      assertArrayEquals(Arrays.copyOf(new byte[] {4, 5}, 16), session.open(answer));
      assertNull(session.open(answer), "the same again");
    }
    assertArrayEquals(new byte[0], server.open(session.seal(new byte[0])));
  }

  @Test
  void anotherPresharedKeyIsToldFromEverythingElse() {
    byte[] other = PRESHARED.clone();
    other[31] = 1;
    Initiation differing = requireNonNull(initiator(other, server.publicKey()).initiate(null));
    byte[] answer = requireNonNull(server.respond(differing.message()));
    assertInstanceOf(Reply.PresharedKeyDiffers.class, differing.read(answer));
  }

  @Test
  void whoIsUnderLoadIsShownTheCookie() {
    assertFalse(server.showsCookie(initiation.message()));
    Reply reply = initiation.read(server.cookieReply(initiation.message()));
    Cookie cookie = assertInstanceOf(Reply.CookieDemanded.class, reply).cookie();
    Initiation second = requireNonNull(initiator.initiate(cookie));
    assertTrue(server.showsCookie(second.message()));
    established(second.read(requireNonNull(server.respond(second.message()))));
  }

  @Test
  void aCookieForAnotherInitiationIsRefused() {
    Initiation other = requireNonNull(initiator.initiate(null));
    assertInstanceOf(Reply.Unusable.class, other.read(server.cookieReply(initiation.message())));
  }

  @Test
  void noChangedByteOfAnAnswerPasses() {
    for (byte[] answer : new byte[][] {response, server.cookieReply(initiation.message())}) {
      // The last 16 bytes of a response are mac2, which is none of the client's business.
      int length = answer == response ? 76 : answer.length;
      for (int i = 0; i < length; i++) {
        byte[] changed = answer.clone();
        changed[i] ^= (byte) 0x80;
        assertInstanceOf(Reply.Unusable.class, initiation.read(changed), "byte " + i);
      }
    }
    established(initiation.read(response));
  }

  @Test
  void noChangedByteOfAPacketPasses() {
    Session session = established(initiation.read(response));
    byte[] packet = server.seal(new byte[] {1}, session.seal(new byte[] {1}));
    for (int i = 0; i < packet.length; i++) {
      byte[] changed = packet.clone();
      changed[i] ^= 1;
      assertNull(session.open(changed), "byte " + i);
      assertNull(session.open(Arrays.copyOf(packet, i)), "cut to " + i);
    }
    assertNotNull(session.open(packet));
  }

  @Test
  void noNoiseOfAnyLengthThrowsOrPasses() {
    Random noise = new Random(4);
    Session session = established(initiation.read(response));
    for (int i = 0; i < 20_000; i++) {
      byte[] datagram = new byte[noise.nextInt(200)];
      noise.nextBytes(datagram);
      if (datagram.length > 4) {
        Arrays.fill(datagram, 0, 4, (byte) 0);
        datagram[0] = (byte) (i % 6);
      }
      assertInstanceOf(Reply.Unusable.class, initiation.read(datagram));
      assertNull(session.open(datagram));
    }
  }

  @Test
  void aServerKeyWithoutSecretsIsNotAsked() {
    byte[] one = new byte[32];
    one[0] = 1;
    assertNull(initiator(PRESHARED, one).initiate(null));
  }

  private Initiator initiator(byte[] presharedKey, byte[] serverKey) {
    return new Initiator(
        self,
        presharedKey,
        new PublicKey(Base64.getEncoder().encodeToString(serverKey)),
        new Timestamps(InstantSource.system()),
        random);
  }

  private static Session established(Reply reply) {
    return assertInstanceOf(Reply.Established.class, reply).session();
  }
}
