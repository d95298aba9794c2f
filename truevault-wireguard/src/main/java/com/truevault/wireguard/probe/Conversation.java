package com.truevault.wireguard.probe;

import com.truevault.health.ProbeResult;
import com.truevault.wireguard.noise.Cookie;
import com.truevault.wireguard.noise.Initiation;
import com.truevault.wireguard.noise.Initiator;
import com.truevault.wireguard.noise.Reply;
import com.truevault.wireguard.noise.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One server's probe from the first initiation to the result: what to send, and what answers mean.
 * Knows no socket; moments are nanoseconds of one ticker. For use by one thread.
 */
final class Conversation {
  private static final int INITIATIONS = 3;
  private static final int KNOCKS = 2;
  private static final int COOKIES = 2;

  /** Who sends more than this wastes our time. */
  private static final int DATAGRAMS = 64;

  private final Initiator initiator;
  private final Knock knock;
  private final Findings findings;
  private final long pause;
  private final List<Sent> unanswered = new ArrayList<>();

  private @Nullable Cookie cookie;
  private @Nullable Shaken shaken;
  private @Nullable String unusable;
  private @Nullable String trouble;
  private @Nullable ProbeResult result;
  private int initiations;
  private int knocks;
  private int cookies;
  private int datagrams;
  private long wakeAt;

  Conversation(Initiator initiator, Knock knock, Findings findings, Duration pause) {
    this.initiator = initiator;
    this.knock = knock;
    this.findings = findings;
    this.pause = pause.toNanos();
  }

  /** Null until the probe has ended. */
  @Nullable ProbeResult result() {
    return result;
  }

  /** When to {@link #wake} it; of no meaning before it was woken first. */
  long wakeAt() {
    return wakeAt;
  }

  /** Begins, repeats or gives up; returns what to send. */
  List<byte[]> wake(long now) {
    wakeAt = now + pause;
    if (shaken != null) {
      return knockAgain(shaken);
    }
    if (initiations < INITIATIONS) {
      initiations++;
      return initiate(now);
    }
    result =
        unusable != null
            ? findings.unusable(unusable)
            : findings.silence(initiations, cookies > 0, trouble);
    return List.of();
  }

  /** Takes a datagram from the server's address and returns what to send. */
  List<byte[]> receive(byte[] datagram, long now) {
    if (shaken != null) {
      byte[] packet = shaken.session().open(datagram);
      if (packet != null) {
        return throughTunnel(shaken, packet);
      }
    }
    if (++datagrams > DATAGRAMS) {
      result =
          shaken == null
              ? findings.unusable("a flood of datagrams")
              : findings.noTraffic(shaken.roundTrip());
      return List.of();
    }
    return handshake(datagram, now);
  }

  /** The server's machine says that nothing listens. */
  void portClosed() {
    result = findings.portClosed();
  }

  /** Sending did not work, which may pass. */
  void failed(String what) {
    trouble = what;
  }

  private List<byte[]> initiate(long now) {
    Initiation initiation = initiator.initiate(cookie);
    if (initiation == null) {
      result = findings.uselessKey();
      return List.of();
    }
    unanswered.add(new Sent(initiation, now));
    return List.of(initiation.message());
  }

  private List<byte[]> handshake(byte[] datagram, long now) {
    for (Sent sent : unanswered) {
      Reply reply = sent.initiation().read(datagram);
      if (reply instanceof Reply.Unusable useless) {
        unusable = useless.what();
      } else {
        unanswered.remove(sent);
        return answered(reply, Duration.ofNanos(now - sent.at()), now);
      }
    }
    return List.of();
  }

  private List<byte[]> answered(Reply reply, Duration roundTrip, long now) {
    if (reply instanceof Reply.Established established) {
      if (shaken == null) {
        knocks = 1;
        wakeAt = now + pause;
      }
      // A server forgets a session that was not used yet for the next, so the latest one counts.
      shaken = new Shaken(established.session(), roundTrip);
      return knock(shaken.session());
    }
    if (reply instanceof Reply.CookieDemanded demanded && shaken == null && cookies < COOKIES) {
      cookies++;
      cookie = demanded.cookie();
      return initiate(now);
    }
    if (reply instanceof Reply.PresharedKeyDiffers && shaken == null) {
      result = findings.wrongPresharedKey();
    }
    return List.of();
  }

  private List<byte[]> knockAgain(Shaken hands) {
    if (knocks == KNOCKS) {
      result = findings.noTraffic(hands.roundTrip());
      return List.of();
    }
    knocks++;
    return knock(hands.session());
  }

  private List<byte[]> knock(Session session) {
    return List.of(session.seal(knock.echoRequest()), session.seal(knock.syn()));
  }

  private List<byte[]> throughTunnel(Shaken hands, byte[] packet) {
    Knock.Answer answer = knock.answer(packet);
    if (answer == null) {
      return List.of();
    }
    result = findings.up(hands.roundTrip(), answer, initiations);
    return answer == Knock.Answer.TCP_ACCEPTED
        ? List.of(hands.session().seal(knock.reset()))
        : List.of();
  }

  private record Sent(Initiation initiation, long at) {}

  private record Shaken(Session session, Duration roundTrip) {}
}
