package com.truevault.wireguard.probe;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KnockTest {
  private final Knock knock = new Knock("10.11.255.254", "10.8.0.1", new SecureRandom());

  @Test
  void itsChecksumsAreRight() {
    byte[] echo = knock.echoRequest();
    assertEquals(0, InnerHost.sum(Arrays.copyOf(echo, 20)));
    assertEquals(0, InnerHost.sum(Arrays.copyOfRange(echo, 20, echo.length)));
    byte[] syn = knock.syn();
    byte[] covered = ByteBuffer.allocate(32).put(syn, 12, 28).putInt(6 << 16 | 20).array();
    assertEquals(0, InnerHost.sum(Arrays.copyOf(syn, 20)));
    assertEquals(0, InnerHost.sum(covered));
  }

  @Test
  void oneAnswerOfEitherKindIsEnough() {
    byte[] echo = requireNonNull(InnerHost.OPEN.answer(knock.echoRequest()));
    assertEquals(Knock.Answer.ECHO, knock.answer(echo));
    byte[] refusal = requireNonNull(InnerHost.OPEN.answer(knock.syn()));
    assertEquals(Knock.Answer.TCP_REFUSED, knock.answer(refusal));
    byte[] acceptance = InnerHost.tcp(ByteBuffer.wrap(knock.syn()), 18);
    assertEquals(Knock.Answer.TCP_ACCEPTED, knock.answer(acceptance));
  }

  @Test
  void ownPacketsAndAnswersToOthersAreNone() {
    Knock other = new Knock("10.11.255.254", "10.8.0.1", new SecureRandom());
    assertNull(knock.answer(knock.echoRequest()));
    assertNull(knock.answer(knock.syn()));
    assertNull(knock.answer(new byte[0]));
    assertNull(other.answer(requireNonNull(InnerHost.OPEN.answer(knock.echoRequest()))));
    assertNull(other.answer(requireNonNull(InnerHost.OPEN.answer(knock.syn()))));
    assertNull(knock.answer(InnerHost.tcp(ByteBuffer.wrap(knock.syn()), 16)), "a bare ACK");
  }

  @Test
  void answersOfAnotherMachineAreNone() {
    Knock elsewhere = new Knock("10.11.255.254", "10.8.0.9", new SecureRandom());
    byte[] echo = requireNonNull(InnerHost.OPEN.answer(knock.echoRequest()));
    assertNull(elsewhere.answer(echo));
  }
}
