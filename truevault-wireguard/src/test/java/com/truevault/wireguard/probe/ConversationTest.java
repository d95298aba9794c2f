package com.truevault.wireguard.probe;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.health.HealthKind;
import com.truevault.health.ProbeTarget;
import com.truevault.wireguard.Endpoint;
import com.truevault.wireguard.noise.Responder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A server that does anything at any time. */
class ConversationTest {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final ProbeTarget TARGET =
      new Parties().target("sv", new Endpoint("192.0.2.1", 51820));

  private final Parties parties = new Parties();

  @Test
  void endsWithinFivePausesAndSendsLittleWhateverComesWhenever() {
    Set<HealthKind> seen = EnumSet.noneOf(HealthKind.class);
    for (int seed = 0; seed < 300; seed++) {
      seen.add(converse(new Random(seed)));
    }
    assertTrue(seen.size() >= 4, "the server is not wild enough: " + seen);
  }

  private HealthKind converse(Random random) {
    Responder responder = parties.responder();
    Conversation conversation = parties.conversation(responder, TARGET, PAUSE);
    List<byte[]> sent = new ArrayList<>();
    long start = random.nextLong();
    long now = start;
    sent.addAll(conversation.wake(now));
    while (conversation.result() == null) {
      long step = (long) (random.nextDouble() * PAUSE.toNanos());
      if (random.nextInt(4) == 0 || conversation.wakeAt() - now < step) {
        now = conversation.wakeAt();
        sent.addAll(conversation.wake(now));
      } else {
        now += step / 10;
        sent.addAll(conversation.receive(anything(random, responder, sent), now));
      }
      assertTrue(sent.size() <= 24, sent.size() + " datagrams");
      assertTrue(now - start <= 5 * PAUSE.toNanos(), now - start + " ns");
    }
    assertNotNull(conversation.result());
    return conversation.result().kind();
  }

  private static byte[] anything(Random random, Responder responder, List<byte[]> sent) {
    byte[] one = sent.get(random.nextInt(sent.size()));
    byte[] noise = new byte[random.nextInt(200)];
    random.nextBytes(noise);
    return switch (random.nextInt(8)) {
      case 0 -> one;
      case 1 -> responder.isMarked(one) ? responder.cookieReply(one) : noise;
      case 2, 3 -> orElse(responder.respond(one), noise);
      case 4 -> responder.open(one) == null ? noise : responder.seal(noise, one);
      case 5 -> answered(responder, one, noise);
      default -> noise;
    };
  }

  private static byte[] answered(Responder responder, byte[] one, byte[] otherwise) {
    byte[] packet = responder.open(one);
    byte[] answer = packet == null ? null : InnerHost.OPEN.answer(packet);
    return answer == null ? otherwise : responder.seal(answer, one);
  }

  private static byte[] orElse(byte @org.jspecify.annotations.Nullable [] bytes, byte[] otherwise) {
    return bytes == null ? otherwise : bytes;
  }
}
